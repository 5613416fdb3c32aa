import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

extension Site {
    /// A line of the route table for a page that looks the same to every visitor who is not signed in.
    func publicPage<Screen: Page>(
        _ pattern: String, _ entry: Route.Entry, _ make: @escaping @Sendable (Request, Visit) async throws -> Screen
    ) -> Route {
        page(.get, pattern, entry, also: .settingUp) { request, visit in
            guard visit.actor == .anonymous else { return try visit.page(try await make(request, visit)) }
            let kept = try await publicCache.answer(
                PublicCache.Key(request, visit), of: visit.open.tenant.id, at: visit.open.version
            ) {
                var visit = visit
                visit.browser = nil
                return try templates.render(try await make(request, visit), in: visit.language)
            }
            return kept.tag.answer(request, headers: Self.keptHeaders) { .html(kept.body) }
        }
    }

    private static let keptHeaders: HTTPFields = [.vary: "Accept-Language, Cookie", .cacheControl: "private, no-cache"]
}

extension PublicCache.Key {
    init(_ request: Request, _ visit: Visit) {
        path = request.uri.string
        language = visit.language
        date = visit.consortium.profile.timeZone.date(at: visit.arrival)
    }
}
