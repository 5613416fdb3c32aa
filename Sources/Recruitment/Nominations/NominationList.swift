import KohortCore
import KohortStore

/// The nominations of a round, withdrawn ones too: all of them for the lead, its own for an employer. The latest first.
package struct NominationList: Query {
    package struct Answer: Hashable, Sendable {
        package let round: Round
        package let nominations: [Line]
    }

    package struct Line: Hashable, Sendable {
        package let nomination: Nomination
        package let organisation: OrganisationName
    }

    package static let permission = Permission.readNominations
    package let scope = Scope.anywhere
    package let round: RoundReference

    package init(round: RoundReference) { self.round = round }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let round = try read.find(round)
        let reach: SQL =
            switch try read.reach(of: Self.permission) {
            case .all: ""
            case .organisations(let own): "and organisation in (\(list: own.sorted()))"
            }
        let nominations = try read.all(
            Nomination.self, "where round = \(round.id) \(reach) order by nominated_at desc, id desc")
        let names = try read.ask(MemberDirectory.self).names(read)
        return Answer(
            round: round,
            nominations: try nominations.map {
                Line(nomination: $0, organisation: try names.name(of: $0.organisation))
            })
    }
}
