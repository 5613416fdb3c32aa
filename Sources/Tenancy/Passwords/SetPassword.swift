import KohortCore
import KohortStore

/// Gives the person who is signed in a password with a second factor, or others in place of those. The caller has held
/// the password against the rules, and seen a code of the authenticator; of somebody who has a password, the current one.
package struct SetPassword: Command {
    package static let permission = Permission.keepOwnWays
    package static let events: [any Event.Type] = [PasswordSet.self, SignInsEnded.self, SignedIn.self]
    package var scope: Scope { .consortium }
    /// `PasswordHash` as text.
    package let hash: String
    package let factor: SealedSecret
    /// The step of the code that was seen.
    package let step: Int64
    /// Of a fresh set.
    package let recoveryHashes: [String]
    /// The hash that the current password was compared with; nil for a first one.
    package let replacing: String?
    /// The only sign-in to go on; nil where all do.
    package let keepingOnly: SignInID?
    /// The sign-in by both that takes the place of one that could do nothing but this.
    package let opening: NewSignIn?

    package init(
        hash: String, factor: SealedSecret, step: Int64, recoveryHashes: [String], replacing: String?,
        keepingOnly: SignInID? = nil, opening: NewSignIn? = nil
    ) {
        (self.hash, self.factor, self.step) = (hash, factor, step)
        (self.recoveryHashes, self.replacing, self.keepingOnly) = (recoveryHashes, replacing, keepingOnly)
        self.opening = opening
    }

    package func perform(in write: borrowing Write) throws -> Done {
        guard case .person(let person) = write.actor else { throw Rejection.forbidden }
        guard try OwnPassword.isOffered(to: person, in: write.read) else {
            throw Rejection.conflict("password.not_for_you")
        }
        let known = try write.first(Password.self, "where person = \(person)")
        guard known?.hash == replacing else { throw Rejection.conflict("password.changed_meanwhile") }
        let password = Password(self, of: person, at: write.now)
        if known == nil { try write.insert(password) } else { try write.update(password) }
        try write.execute("delete from recovery_code where person = \(person)")
        for hash in recoveryHashes { try write.insert(RecoveryCode(hash: hash, person: person)) }
        try PasswordTries.forget(of: person, in: write)
        if let keepingOnly { try SignIn.endOthers(than: keepingOnly, in: write) }
        try write.record(PasswordSet(person: person))
        if let opening { try SignIn.open(opening, for: write.actor, by: .password, in: write) }
        try write.enqueue(PasswordLetter(person: person, isFirst: known == nil))
        return Done()
    }
}

/// Puts another password in place of one's own; the second factor stays. The caller has compared the current one.
package struct ChangePassword: Command {
    package static let permission = Permission.keepOwnWays
    package static let events: [any Event.Type] = [PasswordSet.self, SignInsEnded.self]
    package var scope: Scope { .consortium }
    package let hash: String
    /// The hash that the current password was compared with.
    package let replacing: String
    /// The only sign-in to go on; nil where all do.
    package let keepingOnly: SignInID?

    package init(hash: String, replacing: String, keepingOnly: SignInID? = nil) {
        (self.hash, self.replacing, self.keepingOnly) = (hash, replacing, keepingOnly)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        guard case .person(let person) = write.actor else { throw Rejection.forbidden }
        let changed = try write.execute(
            """
            update password set hash = \(hash), changed_at = \(write.now)
            where person = \(person) and hash = \(replacing)
            """)
        guard changed > 0 else { throw Rejection.conflict("password.changed_meanwhile") }
        try write.execute("delete from password_step where person = \(person)")
        try PasswordTries.forget(of: person, in: write)
        if let keepingOnly { try SignIn.endOthers(than: keepingOnly, in: write) }
        try write.record(PasswordSet(person: person))
        try write.enqueue(PasswordLetter(person: person, isFirst: false))
        return Done()
    }
}

/// Takes a person's password, second factor and recovery codes away, so that a one-time link leads to new ones: what an
/// operator does for somebody who has lost them. The operator never learns or chooses a password.
package struct ResetPassword: Command {
    package static let permission = Permission.resetPasswords
    package static let events: [any Event.Type] = [PasswordReset.self]
    package var scope: Scope { .consortium }
    package let email: EmailAddress

    package init(email: EmailAddress) { self.email = email }

    package func perform(in write: borrowing Write) throws -> Done {
        guard let person = try write.first(Person.self, "where email_key = \(email.key)")?.id else {
            throw Rejection.notFound
        }
        guard try write.execute("delete from password where person = \(person)") > 0 else { throw Rejection.notFound }
        try write.execute("delete from recovery_code where person = \(person)")
        try write.execute("delete from password_step where person = \(person)")
        try write.execute(
            """
            update sign_in set ended_at = \(write.now)
            where actor_kind = 'person' and actor_id = \(person) and ended_at is null
            """)
        try write.record(PasswordReset(person: person))
        try write.enqueue(PasswordLetter(person: person, isFirst: false))
        return Done()
    }
}

extension Permission {
    package static let resetPasswords = Permission("tenancy.password.reset")
}
