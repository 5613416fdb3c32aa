import KohortCore
import KohortStore

/// Notes that somebody has given the right password, and has the second factor to show. The caller has compared it.
package struct PassPassword: Command {
    package static let permission = Permission.proveIdentity
    package static let events: [any Event.Type] = []
    /// As long as the second half may take.
    package static let patience = Duration.seconds(5 * 60)
    package var scope: Scope { .consortium }
    package let person: PersonID
    package let account: String
    package let stepHash: String
    /// The password's hash at today's cost, where it was stored at a lower one.
    package let renewed: String?

    package init(person: PersonID, account: String, stepHash: String, renewed: String?) {
        (self.person, self.account, self.stepHash, self.renewed) = (person, account, stepHash, renewed)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        try write.execute("delete from password_step where expires_at <= \(write.now)")
        try write.insert(PasswordStep(self, at: write.now))
        if let renewed { try write.execute("update password set hash = \(renewed) where person = \(person)") }
        return Done()
    }
}

/// Starts the sign-in of somebody who has shown both. The caller has compared the code; that it is new is seen to here.
package struct SignInWithPassword: Command {
    package enum Factor: Sendable, Codable, Hashable {
        /// The step of an authenticator's code.
        case step(Int64)
        /// The hash of a recovery code.
        case recovery(String)
    }

    package static let permission = Permission.proveIdentity
    package static let events: [any Event.Type] = [SignedIn.self, RecoveryCodeUsed.self]
    package var scope: Scope { .consortium }
    package let stepHash: String
    package let factor: Factor
    package let new: NewSignIn

    package init(stepHash: String, factor: Factor, new: NewSignIn) {
        (self.stepHash, self.factor, self.new) = (stepHash, factor, new)
    }

    package func perform(in write: borrowing Write) throws -> PersonID {
        guard let step = try PasswordStep.current(stepHash, in: write) else { throw Rejection.gone }
        guard try spend(of: step.person, write) else { throw Rejection.conflict("password.factor") }
        try write.execute("delete from password_step where secret_hash = \(stepHash)")
        try PasswordTries.forget(step.account, in: write)
        try SignIn.open(new, for: .person(step.person), by: .password, in: write)
        return step.person
    }

    private func spend(of person: PersonID, _ write: borrowing Write) throws -> Bool {
        switch factor {
        case .step(let step):
            return try write.execute(
                "update password set last_step = \(step) where person = \(person) and last_step < \(step)") > 0
        case .recovery(let hash):
            let used = try write.execute(
                """
                update recovery_code set used_at = \(write.now)
                where hash = \(hash) and person = \(person) and used_at is null
                """)
            if used == 0 { return false }
            try write.record(RecoveryCodeUsed(person: person))
            return true
        }
    }
}
