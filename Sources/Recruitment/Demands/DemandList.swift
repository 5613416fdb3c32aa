import KohortCore
import KohortStore

/// The demands of a round: all of them for the lead, its own for an employer. By the employers' names.
package struct DemandList: Query {
    package struct Answer: Hashable, Sendable {
        package let round: Round
        package let demands: [Line]
    }

    package struct Line: Hashable, Sendable {
        package let demand: Demand
        package let organisation: OrganisationName
    }

    package static let permission = Permission.readDemand
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
        let demands = try read.all(Demand.self, "where round = \(round.id) \(reach) order by stated_at, id")
        let names = try read.ask(MemberDirectory.self).names(read)
        let lines = try demands.map { Line(demand: $0, organisation: try names.name(of: $0.organisation)) }
        return Answer(
            round: round,
            demands: lines.sorted { $0.organisation.name.alphabetical < $1.organisation.name.alphabetical })
    }
}

extension [OrganisationID: OrganisationName] {
    /// The name of an organisation that recruitment holds the key of: the directory knows it, or it is at fault.
    func name(of organisation: OrganisationID) throws -> OrganisationName {
        guard let name = self[organisation] else { throw StoreFault.unreadable("organisation \(organisation)") }
        return name
    }
}
