import KohortCore
import KohortStore
import Tenancy

/// Setting and changing one's own password.
package struct PasswordKeeper: Sendable {
    /// What a form for a first password, or for all anew, brings.
    package struct SetUp: Sendable {
        package let password: String
        /// Empty where there was none.
        package let current: String
        /// The authenticator's secret as the form was given it.
        package let sealed: String
        package let code: String
        /// The only sign-in to go on; nil where all do.
        package let keepingOnly: SignInID?

        package init(password: String, current: String, sealed: String, code: String, keepingOnly: SignInID?) {
            (self.password, self.current, self.sealed, self.code) = (password, current, sealed, code)
            self.keepingOnly = keepingOnly
        }
    }

    private let kohort: Kohort
    private let open: TenantStore
    private let actor: Actor
    private let arrival: Instant

    package init(_ actor: Actor, of open: TenantStore, in kohort: Kohort, at arrival: Instant) {
        (self.actor, self.open, self.kohort, self.arrival) = (actor, open, kohort, arrival)
    }

    package func own() async throws -> OwnPassword.Answer {
        try await open.store.fetch(OwnPassword(), by: actor, at: arrival)
    }

    /// A fresh authenticator's secret, sealed for the form that proves it; or the one that a form was given before.
    package func factor(_ sealed: String?, of own: OwnPassword.Answer) throws -> (totp: TOTP, sealed: SealedSecret) {
        if let sealed, let totp = kohort.factors.open(SealedSecret(sealed), of: own.person, in: open.tenant.id) {
            return (totp, SealedSecret(sealed))
        }
        let totp = TOTP()
        return (totp, try kohort.factors.seal(totp, of: own.person, in: open.tenant.id))
    }

    /// Sets password and second factor and answers the recovery codes, to be shown this once.
    /// - Parameter opening: in the place of a sign-in that was for this alone.
    package func setUp(_ form: SetUp, opening: NewSignIn? = nil) async throws -> [String] {
        let own = try await own()
        var problems = PasswordRules.problems(form.password, context: own.context)
        let totp = kohort.factors.open(SealedSecret(form.sealed), of: own.person, in: open.tenant.id)
        let step = totp?.step(of: form.code, at: arrival, after: nil)
        if step == nil { problems.append(FieldProblem("code", "password.code_wrong")) }
        try problems.throwIfAny()
        try await prove(form.current, own)
        let (hash, codes) = (try await kohort.hashing.hash(form.password), RecoveryCode.fresh())
        let command = SetPassword(
            hash: hash, factor: SealedSecret(form.sealed), step: step ?? 0,
            recoveryHashes: codes.compactMap { RecoveryCode.hash(of: $0) }, replacing: own.hash,
            keepingOnly: form.keepingOnly, opening: opening)
        _ = try await open.store.perform(command, by: actor, at: arrival)
        return codes
    }

    package func change(_ current: String, to password: String, keepingOnly: SignInID?) async throws {
        let own = try await own()
        guard let hash = own.hash else { throw Rejection.notFound }
        try PasswordRules.problems(password, context: own.context).throwIfAny()
        try await prove(current, own)
        let command = ChangePassword(
            hash: try await kohort.hashing.hash(password), replacing: hash, keepingOnly: keepingOnly)
        _ = try await open.store.perform(command, by: actor, at: arrival)
    }

    /// Somebody who has a password shows it before they get another; guessing at it is as slow as signing in.
    private func prove(_ current: String, _ own: OwnPassword.Answer) async throws {
        guard own.hash != nil else { return }
        switch try await open.store.perform(TryPassword(email: own.email), by: .system, at: arrival) {
        case .wait: throw Rejection.conflict("password.too_fast")
        case .go(let found):
            guard try await kohort.hashing.check(current, against: found.hash).isRight else {
                throw Rejection.invalid("current", "password.wrong")
            }
        }
    }
}
