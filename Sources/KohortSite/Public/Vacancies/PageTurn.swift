import Foundation
import KohortWeb

/// The ways to the pages before and after this one; nil where there is only one page.
struct PageTurn: PageModel {
    let previous: String?
    let next: String?

    init?(_ visit: Visit, page: Int, isLast: Bool, _ filter: VacancyFilter) {
        if page == 1, isLast { return nil }
        func path(_ page: Int) -> String {
            var items = [("page", String(page)), ("field", filter.wantedField), ("place", filter.wantedPlace)]
                .compactMap { name, value in value.map { URLQueryItem(name: name, value: $0) } }
            items = items.filter { $0.name != "page" || page > 1 }
            var address = URLComponents()
            address.path = visit.path("/vacancies")
            address.queryItems = items.isEmpty ? nil : items
            return address.string ?? address.path
        }
        previous = page > 1 ? path(page - 1) : nil
        next = isLast ? nil : path(page + 1)
    }

    static let fields: [String: PageField<Self>] = [
        "previous": .text { $0.previous },
        "next": .text { $0.next },
    ]
}
