import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import Tenancy

/// Setting one's own password with a second factor, and changing it.
enum OwnPasswordDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        if let again = visit.askingAgain(request) { return again }
        return try await setUp(visit, sealed: nil, SecretRefusal())
    }

    /// Answers with the recovery codes instead of leading on: they are shown this once.
    static func set(_ request: Request, _ visit: Visit) async throws -> Response {
        let typed = try await request.form(visit.context)
        let form = PasswordKeeper.SetUp(
            password: typed.text("password"), current: typed.text("current"), sealed: typed.text("sealed"),
            code: typed.text("code"), keepingOnly: keptAlone(typed, visit))
        return try await attempt(visit) {
            try visit.requireFresh()
            guard visit.identity.isSettingUp else {
                return try visit.page(RecoveryScreen(visit, try await keeper(visit).setUp(form)))
            }
            let (new, session) = visit.newSignIn(request)
            let codes = try await keeper(visit).setUp(form, opening: new)
            var response = try visit.page(
                RecoveryScreen(visit, codes, next: FirstRoom.path(of: visit.identity.roles, in: visit.consortium)))
            response.add(cookie: visit.keeping(session, visit.identity.terms))
            return response
        } or: {
            try await setUp(visit, sealed: typed.text("sealed"), $0)
        }
    }

    static func showChange(_ request: Request, _ visit: Visit) async throws -> Response {
        guard try await keeper(visit).own().hash != nil else { return visit.redirect("/me/ways-in/password") }
        if let again = visit.askingAgain(request) { return again }
        return try change(visit, SecretRefusal())
    }

    static func change(_ request: Request, _ visit: Visit) async throws -> Response {
        let typed = try await request.form(visit.context)
        return try await attempt(visit) {
            try visit.requireFresh()
            try await keeper(visit).change(
                typed.text("current"), to: typed.text("password"), keepingOnly: keptAlone(typed, visit))
            return visit.redirect("/me/sign-ins?done=password.changed")
        } or: {
            try change(visit, $0)
        }
    }

    /// This sign-in, where the others are to end.
    private static func keptAlone(_ typed: Form, _ visit: Visit) -> SignInID? {
        typed.text("others") == "yes" ? visit.identity.signIn?.id : nil
    }

    private static func keeper(_ visit: Visit) -> PasswordKeeper {
        PasswordKeeper(visit.actor, of: visit.open, in: visit.site.kohort, at: visit.arrival)
    }

    private static func attempt(
        _ visit: Visit, _ deed: () async throws -> Response, or refused: (SecretRefusal) async throws -> Response
    ) async throws -> Response {
        do { return try await visit.hashing(deed) } catch let rejection as Rejection {
            guard let refusal = Refusal(rejection, Form(), visit) else { throw rejection }
            let words = refusal.problems.isEmpty ? refusal.text : nil
            return try await refused(
                SecretRefusal(status: refusal.status, problems: refusal.problems, words: words))
        }
    }

    private static func setUp(_ visit: Visit, sealed: String?, _ refusal: SecretRefusal) async throws -> Response {
        let own = try await keeper(visit).own()
        guard own.isOffered else { throw Rejection.notFound }
        let factor = try keeper(visit).factor(sealed, of: own)
        let questions: [SecretForm.Question] = (own.hash == nil ? [] : [.current]) + [.fresh, .code, .others]
        var screen = SecretForm(visit, "password.set", "/me/ways-in/password", refusal, questions)
        let issuer = visit.consortium.profile.name.text(in: visit.language)
        screen.factor = FactorNote(
            words: factor.totp.words, link: factor.totp.link(issuer: issuer, account: own.email.text),
            sealed: factor.sealed.text)
        return try visit.page(screen, refusal)
    }

    private static func change(_ visit: Visit, _ refusal: SecretRefusal) throws -> Response {
        try visit.page(
            SecretForm(visit, "password.change", "/me/ways-in/password/change", refusal, [.current, .fresh, .others]),
            refusal)
    }
}
