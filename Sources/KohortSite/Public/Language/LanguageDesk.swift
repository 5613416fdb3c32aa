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
        var response = Response.redirect(to: visit.ownPage(before: request) ?? visit.path(""), type: .normal)
        response.add(cookie: visit.site.cookies.setting(cookie, to: language.rawValue, maxAge: lasting))
        return response
    }
}
