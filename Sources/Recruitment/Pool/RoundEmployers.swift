import KohortCore
import KohortStore

/// The employers of a round, by name: those with an approved demand in it.
package struct RoundEmployers: KeptQuery {
    package struct Employer: Hashable, Sendable {
        package let organisation: OrganisationID
        package let name: OrganisationName
    }

    package struct Answer: Hashable, Sendable {
        package let round: RoundID
        package let employers: [Employer]
    }

    package static let permission = Permission.overseeRound
    package let scope = Scope.consortium
    package let round: RoundReference

    package init(round: RoundReference) { self.round = round }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let round = try read.find(round)
        let names = try read.ask(MemberDirectory.self).names(read)
        let employers = try Demand.employers(in: round.id, read).map {
            Employer(organisation: $0, name: try names.name(of: $0))
        }
        return Answer(
            round: round.id,
            employers: employers.sorted { ($0.name.name.alphabetical, $0.organisation) })
    }
}
