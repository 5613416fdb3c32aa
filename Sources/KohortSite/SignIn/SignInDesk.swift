import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import Tenancy

/// Signing in by a one-time link, and out again.
enum SignInDesk {
    /// Asks for a press: programs that open the links of a mail spend none, and learn nothing about them.
    static func confirm(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.page(SignInScreen(visit, path: "/sign-in/\(try visit.context.parameter("secret"))"))
    }

    static func start(_ request: Request, _ visit: Visit) async throws -> Response {
        let (new, session) = visit.newSignIn(request)
        let asker = visit.site.cookies.value(of: Site.askerCookie(of: visit.open.tenant.id), in: request)
        let command = UseSignInLink(
            linkHash: Secret(try visit.context.parameter("secret")).hash, browserHash: asker.map { Secret($0).hash },
            new: new)
        do { _ = try await visit.perform(command) } catch Rejection.gone {
            let offered = try await visit.fetch(OfferedProviders())
            return try visit.page(AskScreen(visit, offered, instead: "signin.spent"), status: .gone)
        } catch Rejection.conflict(let code) {
            let offered = try await visit.fetch(OfferedProviders())
            return try visit.page(AskScreen(visit, offered, instead: code), status: .conflict)
        }
        return try await visit.welcome(session, request)
    }

    static func end(_ request: Request, _ visit: Visit) async throws -> Response {
        let cookie = Site.cookie(of: visit.open.tenant.id)
        if let secret = visit.site.cookies.value(of: cookie, in: request) {
            _ = try await visit.perform(SignOut(secretHash: Secret(secret).hash))
        }
        var response = visit.redirect("")
        response.add(cookie: visit.site.cookies.removing(cookie))
        return response
    }
}
