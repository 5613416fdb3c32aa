import KohortCore
import KohortStore

/// The vacancies of the calls that are out, or of one round's call, with what they can be narrowed by. Also what a
/// form to apply by is made of.
package struct VacancyList: Query {
    package struct Answer: Hashable, Sendable {
        package let calls: [Call]
        package let vacancies: [Vacancy]
        /// All fields and places of these calls' vacancies in alphabetical order, whatever the list is narrowed to.
        package let fields: [String]
        package let places: [String]
    }

    package static let permission = Permission.readCalls
    package let scope = Scope.consortium
    package let round: RoundReference?
    package let field: String?
    package let place: String?

    package init(round: RoundReference? = nil, field: String? = nil, place: String? = nil) {
        (self.round, self.field, self.place) = (round, field, place)
    }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let calls =
            if let round { [try Call.published(round, in: read)] } else { try Call.published(in: read) }
        let all = try Vacancy.all(of: calls, in: read)
        return Answer(
            calls: calls, vacancies: all.filter(isWanted), fields: Self.inOrder(all.map(\.field)),
            places: Self.inOrder(all.map(\.place)))
    }

    /// Each once, in alphabetical order.
    private static func inOrder(_ texts: [String]) -> [String] {
        Set(texts).sorted { $0.alphabetical < $1.alphabetical }
    }

    private func isWanted(_ vacancy: Vacancy) -> Bool {
        (field == nil || vacancy.field == field) && (place == nil || vacancy.place == place)
    }
}
