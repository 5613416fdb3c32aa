import KohortCore
import KohortStore

/// A person's password and the second factor that goes with it; neither is a way in without the other.
package struct Password: Record {
    package static let table: StaticString = "password"
    package static let columns: [StaticString] = ["person", "hash", "factor", "last_step", "set_at", "changed_at"]

    let person: PersonID
    /// `PasswordHash` as text.
    let hash: String
    /// The authenticator's secret, sealed by the installation.
    let factor: SealedSecret
    /// The step of the last code that was taken; no code of it or of an earlier one is taken again.
    let lastStep: Int64
    let setAt: Instant
    let changedAt: Instant

    init(_ command: SetPassword, of person: PersonID, at now: Instant) {
        (self.person, hash, factor, lastStep) = (person, command.hash, command.factor, command.step)
        (setAt, changedAt) = (now, now)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (person, hash, factor) = (try tuple[0], try tuple[1], try tuple[2])
        (lastStep, setAt, changedAt) = (try tuple[3], try tuple[4], try tuple[5])
    }

    package var values: [SQLValue] {
        [
            person.sqlValue, hash.sqlValue, factor.sqlValue, lastStep.sqlValue, setAt.sqlValue, changedAt.sqlValue,
        ]
    }

    static let migration = Migration(
        "passwords",
        [
            """
            create table password (person \(.text) primary key references person (id), hash \(.text) not null, \
            factor \(.text) not null, last_step \(.integer) not null, set_at \(.integer) not null, \
            changed_at \(.integer) not null)
            """,
            RecoveryCode.creation, "create index recovery_code_person on recovery_code (person)",
            """
            create table password_try (account \(.text) primary key, failures \(.integer) not null, \
            last_at \(.integer) not null)
            """,
            PasswordStep.creation,
        ])
}

/// Somebody who has given their password and has yet to show the second factor.
struct PasswordStep: Record {
    static let table: StaticString = "password_step"
    static let columns: [StaticString] = ["secret_hash", "person", "account", "expires_at"]

    let secretHash: String
    let person: PersonID
    let account: String
    let expiresAt: Instant

    init(_ command: PassPassword, at now: Instant) {
        (secretHash, person, account) = (command.stepHash, command.person, command.account)
        expiresAt = now.adding(PassPassword.patience)
    }

    init(_ tuple: borrowing Tuple) throws {
        (secretHash, person, account, expiresAt) = (try tuple[0], try tuple[1], try tuple[2], try tuple[3])
    }

    var values: [SQLValue] { [secretHash.sqlValue, person.sqlValue, account.sqlValue, expiresAt.sqlValue] }

    static let creation: DDL = """
        create table password_step (secret_hash \(.text) primary key, person \(.text) not null, \
        account \(.text) not null, expires_at \(.integer) not null)
        """

    static func current(_ secretHash: String, in write: borrowing Write) throws -> PasswordStep? {
        try write.first(
            PasswordStep.self, "where secret_hash = \(secretHash) and expires_at > \(write.now)")
    }
}
