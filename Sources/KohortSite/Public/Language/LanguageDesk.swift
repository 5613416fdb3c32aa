import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb

/// The reader's choice of language, kept in a cookie for a year.
enum LanguageDesk {
    static let cookie = "kohort_language"
    private static let lasting = Duration.seconds(365 * 24 * 60 * 60)

    static func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await request.form(visit.context)
        guard let language = Language(rawValue: form.text("language")) else {
            throw Rejection.invalid("language", "choice.unknown")
        }
        var response = Response.redirect(to: page(before: request, visit), type: .normal)
        response.add(cookie: visit.site.cookies.setting(cookie, to: language.rawValue, maxAge: lasting))
        return response
    }

    /// The page that the reader came from, when it is one of this tenant's; otherwise the front page.
    private static func page(before request: Request, _ visit: Visit) -> String {
        let front = visit.path("")
        let origin = "\(visit.site.origin)"
        guard let referer = request.headers[.referer], referer.hasPrefix(origin) else { return front }
        let path = String(referer.dropFirst(origin.count))
        let isOurs = path == front || path.hasPrefix(front + "/") || path.hasPrefix(front + "?")
        return isOurs && path.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? path : front
    }
}
