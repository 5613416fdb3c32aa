import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import Logging
import Tenancy

/// Asks somebody who is signed in to show once more who they are, by a way that they have, and leads back to where they
/// were going (ASVS 5.0.0, 7.5.1). It opens a sign-in of its own, which ends the one that asked (7.2.4).
enum AgainDesk {
    static let path = "/me/confirmation"

    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        var response = try visit.page(AgainScreen(visit, try await AgainWays(visit)))
        if try QueryParameters(request)["back"] != nil, let page = visit.ownPage(before: request) {
            response.add(cookie: visit.wanting(page))
        }
        return response
    }

    /// By password and second factor.
    static func prove(_ request: Request, _ visit: Visit) async throws -> Response {
        let typed = try await request.form(visit.context)
        let ways = try await AgainWays(visit)
        guard let email = ways.password else { throw Rejection.notFound }
        let signIn = PasswordSignIn(of: visit.open, in: visit.site.kohort)
        let (new, session) = visit.newSignIn(request)
        let outcome = try await visit.hashing {
            try await signIn.enterAgain(
                email, typed.text("password"), typed.text("code"), as: new, at: visit.arrival)
        }
        switch outcome {
        case .passed: return try await visit.welcome(session, request)
        case .wait(let seconds):
            let refusal = visit.resting(seconds)
            return try visit.page(AgainScreen(visit, ways, refusal), refusal)
        case .wrong, .gone:
            visit.context.logger.notice("confirmation by a password", metadata: ["problem": "wrong"])
            let refusal = SecretRefusal(status: .unprocessableContent, words: visit.text("again.not_right"))
            return try visit.page(AgainScreen(visit, ways, refusal), refusal)
        }
    }

    /// By a link to the address that is known already.
    static func mail(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let asker = try await AgainWays(visit).asker else { throw Rejection.notFound }
        return try await visit.ask(asker, request)
    }
}

extension Visit {
    /// To where one shows again who one is, and from there back to the page that is asked for; nil for who has only just
    /// done so.
    func askingAgain(_ request: Request) -> Response? {
        guard identity.signIn != nil, !identity.isFresh(at: arrival) else { return nil }
        var response = redirect(AgainDesk.path)
        response.add(cookie: wanting("\(request.uri)"))
        return response
    }

    fileprivate func wanting(_ page: String) -> String {
        site.cookies.setting(Site.wantedCookie(of: open.tenant.id), to: page)
    }
}
