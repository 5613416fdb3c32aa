import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import Tenancy

/// Signing in by a one-time link, and out again.
enum SignInDesk {
    /// As long as the sign-in itself lasts.
    private static let lasting = Duration.seconds(12 * 60 * 60)

    /// Asks for a press: programs that open the links of a mail spend none, and learn nothing about them.
    static func confirm(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.page(SignInScreen(visit, path: "/sign-in/\(try visit.context.parameter("secret"))"))
    }

    static func start(_ request: Request, _ visit: Visit) async throws -> Response {
        let (link, session) = (Secret(try visit.context.parameter("secret")), Secret())
        let command = UseSignInLink(linkHash: link.hash, id: visit.newID(), secretHash: session.hash)
        do { _ = try await visit.perform(command) } catch Rejection.gone {
            return try visit.page(
                SpentLinkScreen(chrome: visit.chrome(visit.text("signin.spent.title"))), status: .gone)
        }
        let identity = try await visit.fetch(IdentityOfSignIn(secretHash: session.hash))
        var response = visit.redirect(FirstRoom.path(of: identity ?? .anonymous, in: visit.consortium))
        let cookie = Site.cookie(of: visit.open.tenant.id)
        response.add(cookie: visit.site.cookies.setting(cookie, to: session.text, maxAge: lasting))
        return response
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
