import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment

/// The vacancies of the calls that are out.
enum VacancyDesk {
    static func list(_ request: Request, _ visit: Visit) async throws -> VacancyListPage {
        let query = try QueryParameters(request)
        let filter = VacancyFilter(field: query["field"], place: query["place"])
        let answer = try await visit.fetch(VacancyList(field: filter.wantedField, place: filter.wantedPlace))
        return VacancyListPage(visit, answer, filter, page: query["page"].flatMap { Int($0) } ?? 1)
    }

    static func vacancy(_ request: Request, _ visit: Visit) async throws -> VacancyPage {
        let answer = try await visit.fetch(VacancyDetail(vacancy: try visit.context.id("vacancy")))
        return VacancyPage(visit, answer)
    }
}

/// What the list is narrowed to; an empty choice narrows nothing.
struct VacancyFilter: Sendable {
    let field: String?
    let place: String?
    var wantedField: String? { field.flatMap { $0.isEmpty ? nil : $0 } }
    var wantedPlace: String? { place.flatMap { $0.isEmpty ? nil : $0 } }
    var isEmpty: Bool { wantedField == nil && wantedPlace == nil }
}
