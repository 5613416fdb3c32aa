import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import Logging
import Tenancy

/// Signing in by a password, and then by a second factor.
enum PasswordDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try first(visit, SecretRefusal())
    }

    static func enter(_ request: Request, _ visit: Visit) async throws -> Response {
        let typed = try await request.form(visit.context)
        var kept = Form()
        kept.add(typed.text("email"), to: "email")
        guard let email = EmailAddress(typed.text("email")) else { return try first(visit, wrong(visit, kept)) }
        let outcome = try await visit.hashing {
            try await signIn(visit).enter(email, typed.text("password"), at: visit.arrival)
        }
        switch outcome {
        case .passed(let secret):
            var response = visit.redirect("/sign-in/code")
            let cookies = visit.site.cookies
            response.add(cookie: cookies.setting(visit.stepCookie, to: secret.text, maxAge: PassPassword.patience))
            return response
        case .wait(let seconds): return try first(visit, visit.resting(seconds, keeping: kept))
        case .wrong, .gone:
            visit.context.logger.notice("sign-in by a password", metadata: ["problem": "wrong"])
            return try first(visit, wrong(visit, kept))
        }
    }

    static func showSecond(_ request: Request, _ visit: Visit) async throws -> Response {
        try second(visit, SecretRefusal())
    }

    static func finish(_ request: Request, _ visit: Visit) async throws -> Response {
        let typed = try await request.form(visit.context)
        let step = visit.site.cookies.value(of: visit.stepCookie, in: request) ?? ""
        let (new, session) = visit.newSignIn(request)
        switch try await signIn(visit).finish(Secret(step), typed.text("code"), as: new, at: visit.arrival) {
        case .passed:
            var response = try await visit.welcome(session, request)
            response.add(cookie: visit.site.cookies.removing(visit.stepCookie))
            return response
        case .wait(let seconds): return try second(visit, visit.resting(seconds))
        case .wrong:
            visit.context.logger.notice("sign-in by a second factor", metadata: ["problem": "wrong"])
            let problem = FieldProblem("code", "password.code_wrong")
            return try second(visit, SecretRefusal(status: .unprocessableContent, problems: [problem]))
        case .gone:
            return try first(visit, SecretRefusal(status: .gone, words: visit.text("password.step_gone")))
        }
    }

    /// The same for an address that nobody has, one without a password and a wrong password.
    private static func wrong(_ visit: Visit, _ kept: Form) -> SecretRefusal {
        SecretRefusal(status: .unprocessableContent, kept: kept, words: visit.text("password.not_right"))
    }

    private static func signIn(_ visit: Visit) -> PasswordSignIn {
        PasswordSignIn(of: visit.open, in: visit.site.kohort)
    }

    private static func first(_ visit: Visit, _ refusal: SecretRefusal) throws -> Response {
        try visit.page(
            SecretForm(visit, "password.enter", "/sign-in/password", refusal, [.email, .password]), refusal)
    }

    private static func second(_ visit: Visit, _ refusal: SecretRefusal) throws -> Response {
        try visit.page(SecretForm(visit, "password.second", "/sign-in/code", refusal, [.code]), refusal)
    }
}

extension Visit {
    /// Holds the first half of a sign-in by a password.
    fileprivate var stepCookie: String { "kohort_step_\(open.tenant.id)" }

    /// Asks to come again where too many passwords are being hashed.
    func hashing<Answer>(_ deed: () async throws -> Answer) async throws -> Answer {
        do { return try await deed() } catch is PasswordHashing.Busy {
            throw WebProblem.unavailable(retryAfter: .seconds(5))
        }
    }
}
