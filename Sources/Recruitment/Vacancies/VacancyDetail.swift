import KohortCore
import KohortStore

/// One vacancy with its call; one whose call is over can still be read.
package struct VacancyDetail: Query {
    package struct Answer: Hashable, Sendable {
        package let vacancy: Vacancy
        package let call: Call
    }

    package static let permission = Permission.readCalls
    package let scope = Scope.consortium
    package let vacancy: DemandID

    package init(vacancy: DemandID) { self.vacancy = vacancy }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let demand = try read.find(Demand.self, vacancy)
        let call = try Call.published(.id(demand.round), in: read)
        guard let vacancy = try Vacancy.all(of: [call], "and id = \(vacancy)", in: read).first else {
            throw Rejection.notFound
        }
        return Answer(vacancy: vacancy, call: call)
    }
}
