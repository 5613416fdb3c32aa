import KohortCore
import KohortStore

/// An approved demand of a published call, as the public sees it.
package struct Vacancy: Hashable, Sendable {
    package let demand: DemandID
    package let round: RoundID
    package let organisation: OrganisationID
    package let employer: OrganisationName
    package let title: String
    package let field: String
    package let competence: String
    package let place: String
    package let positions: Int
    package let publishedAt: Instant
    package let deadline: Deadline
    /// Whether an application would be taken now.
    package let isOpen: Bool
}

extension Vacancy {
    private init(_ demand: Demand, in call: Call, employer: OrganisationName) {
        (self.demand, round, organisation) = (demand.id, call.round, demand.organisation)
        (self.employer, positions) = (employer, demand.positions)
        (title, field) = (demand.terms.title, demand.terms.field)
        (competence, place) = (demand.terms.competence, demand.terms.place)
        // A demand that came late is published on its approval.
        publishedAt = max(call.publishedAt, demand.decidedAt ?? call.publishedAt)
        (deadline, isOpen) = (call.deadline, call.isOpen)
    }

    /// The vacancies of some calls, by employer and title; `rest` narrows the demands further.
    static func all(of calls: [Call], _ rest: SQL = "", in read: borrowing Read) throws -> [Vacancy] {
        let byRound = Dictionary(uniqueKeysWithValues: calls.map { ($0.round, $0) })
        let demands = try read.all(
            Demand.self,
            "where round in (\(list: calls.map(\.round))) and state = \(DemandState.approved) \(rest) order by id")
        let names = try read.ask(MemberDirectory.self).names(read)
        let vacancies = try demands.compactMap { demand in
            let name = try names.name(of: demand.organisation)
            return byRound[demand.round].map { Vacancy(demand, in: $0, employer: name) }
        }
        let keyed = vacancies.map {
            (key: ($0.employer.name.alphabetical, $0.title.alphabetical, $0.demand), vacancy: $0)
        }
        return keyed.sorted { $0.key < $1.key }.map(\.vacancy)
    }
}
