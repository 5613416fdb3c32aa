import KohortCore
import KohortStore
import Tenancy

/// Coming in by a password and a second factor, one after the other.
package struct PasswordSignIn: Sendable {
    /// How a try ended.
    package enum Outcome<Value: Sendable>: Sendable {
        case passed(Value)
        /// It is not right; whether the address is known stays unsaid.
        case wrong
        /// Not to be tried before so many seconds.
        case wait(seconds: Int)
        /// The first half is too old, or there was none.
        case gone
    }

    private let kohort: Kohort
    private let open: TenantStore

    package init(of open: TenantStore, in kohort: Kohort) { (self.open, self.kohort) = (open, kohort) }

    /// The first half; what passed brings the secret that the second half is done by. Throws `PasswordHashing.Busy`.
    package func enter(_ email: EmailAddress, _ password: String, at arrival: Instant) async throws -> Outcome<Secret> {
        switch try await open.store.perform(TryPassword(email: email), by: .system, at: arrival) {
        case .wait(let seconds): return .wait(seconds: seconds)
        case .go(let found):
            let (isRight, renewed) = try await kohort.hashing.check(password, against: found.hash)
            guard isRight, let person = found.person else { return .wrong }
            let secret = Secret()
            let passed = PassPassword(
                person: person, account: found.account, stepHash: secret.hash, renewed: renewed)
            _ = try await open.store.perform(passed, by: .system, at: arrival)
            return .passed(secret)
        }
    }

    /// The second half: a code of the authenticator's, or a recovery code.
    package func finish(
        _ step: Secret, _ code: String, as new: NewSignIn, at arrival: Instant
    ) async throws -> Outcome<PersonID> {
        switch try await open.store.perform(TryFactor(stepHash: step.hash), by: .system, at: arrival) {
        case nil: return .gone
        case .wait(let seconds): return .wait(seconds: seconds)
        case .go(let found):
            guard let factor = factor(code, found, at: arrival) else { return .wrong }
            let command = SignInWithPassword(stepHash: step.hash, factor: factor, new: new)
            do { return .passed(try await open.store.perform(command, by: .system, at: arrival)) } catch {
                switch error as? Rejection {
                case .conflict("password.factor"): return .wrong
                case .gone: return .gone
                default: throw error
                }
            }
        }
    }

    /// Both halves at once, of somebody who is signed in and shows again who they are.
    package func enterAgain(
        _ email: EmailAddress, _ password: String, _ code: String, as new: NewSignIn, at arrival: Instant
    ) async throws -> Outcome<PersonID> {
        switch try await enter(email, password, at: arrival) {
        case .passed(let step): try await finish(step, code, as: new, at: arrival)
        case .wait(let seconds): .wait(seconds: seconds)
        case .wrong: .wrong
        case .gone: .gone
        }
    }

    private func factor(
        _ code: String, _ found: TryFactor.Found, at arrival: Instant
    ) -> SignInWithPassword.Factor? {
        if let hash = RecoveryCode.hash(of: code) { return .recovery(hash) }
        let totp = kohort.factors.open(found.factor, of: found.person, in: open.tenant.id)
        return totp?.step(of: code, at: arrival, after: found.lastStep).map { .step($0) }
    }
}
