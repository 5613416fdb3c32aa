import KohortCore
import KohortStore

/// What may be tried now for an account.
package enum TryOutcome<Found: Sendable & Codable>: Sendable, Codable {
    /// Not before so many seconds.
    case wait(seconds: Int)
    case go(Found)
}

/// Counts a try at an account as a failure before it is made, so that many at once are as slow as one after another. An
/// address that nobody has is counted in the same way.
package struct TryPassword: Command {
    package static let permission = Permission.proveIdentity
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let email: EmailAddress

    package init(email: EmailAddress) { self.email = email }

    package struct Found: Sendable, Codable, Hashable {
        /// What the tries are counted by.
        package let account: String
        /// Nil where nobody with this address has a password.
        package let person: PersonID?
        package let hash: String?
    }

    package func perform(in write: borrowing Write) throws -> TryOutcome<Found> {
        let account = PasswordTries.account(of: email)
        if let seconds = try PasswordTries.take(account, in: write) { return .wait(seconds: seconds) }
        let person = try write.first(Person.self, "where email_key = \(email.key)")
        let password = try person.flatMap { try write.first(Password.self, "where person = \($0.id)") }
        return .go(Found(account: account, person: password?.person, hash: password?.hash))
    }
}

/// Counts a try at the second factor in the same way. Nil for a step that is unknown or too old.
package struct TryFactor: Command {
    package static let permission = Permission.proveIdentity
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let stepHash: String

    package init(stepHash: String) { self.stepHash = stepHash }

    package struct Found: Sendable, Codable, Hashable {
        package let person: PersonID
        package let factor: SealedSecret
        package let lastStep: Int64
    }

    package func perform(in write: borrowing Write) throws -> TryOutcome<Found>? {
        guard let step = try PasswordStep.current(stepHash, in: write) else { return nil }
        if let seconds = try PasswordTries.take(step.account, in: write) { return .wait(seconds: seconds) }
        guard let password = try write.first(Password.self, "where person = \(step.person)") else { return nil }
        return .go(Found(person: step.person, factor: password.factor, lastStep: password.lastStep))
    }
}

/// The tries at accounts since each was last signed in to.
enum PasswordTries {
    static func account(of email: EmailAddress) -> String { Secret("account:" + email.key).hash }

    /// Takes a try, or answers how many seconds it has to wait.
    static func take(_ account: String, in write: borrowing Write) throws -> Int? {
        let oldest = write.now.adding(.zero - AttemptPace.remembered)
        try write.execute("delete from password_try where last_at <= \(oldest)")
        let row = try write.read.first("select failures, last_at from password_try where account = \(account)") {
            (try $0[0] as Int, try $0[1] as Instant)
        }
        guard let (failures, last) = row else {
            try write.execute(
                "insert into password_try (account, failures, last_at) values (\(account), 1, \(write.now))")
            return nil
        }
        let next = last.adding(AttemptPace.wait(after: failures))
        if write.now < next { return Int((next.milliseconds - write.now.milliseconds + 999) / 1000) }
        try write.execute(
            "update password_try set failures = \(failures + 1), last_at = \(write.now) where account = \(account)")
        return nil
    }

    /// Of somebody who has just shown that they know their password.
    static func forget(of person: PersonID, in write: borrowing Write) throws {
        try forget(account(of: try write.find(Person.self, person).email), in: write)
    }

    static func forget(_ account: String, in write: borrowing Write) throws {
        try write.execute("delete from password_try where account = \(account)")
    }
}
