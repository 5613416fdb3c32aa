import KohortCore
import KohortStore

/// A sign-in by a provider that is under way: bound to the browser that began it, good for one answer and for ten
/// minutes. Nothing in it lets anybody finish it: nonce and proof key come from the browser's secret.
struct ProviderAttempt: Record {
    static let table: StaticString = "provider_attempt"
    static let columns: [StaticString] = [
        "state_hash", "browser_hash", "provider", "person", "began_at", "expires_at", "is_again",
    ]
    static let lasting = Duration.seconds(10 * 60)

    let stateHash: String
    let browserHash: String
    let provider: Slug
    /// Who wants to link what comes back; nil for somebody who wants in.
    let person: PersonID?
    let beganAt: Instant
    let expiresAt: Instant
    /// Whether somebody who is signed in shows again who they are.
    let isAgain: Bool

    init(_ command: BeginProviderAttempt, at now: Instant) {
        (stateHash, browserHash, provider) = (command.stateHash, command.browserHash, command.provider)
        (person, beganAt, expiresAt) = (command.person, now, now.adding(Self.lasting))
        isAgain = command.isAgain
    }

    init(_ tuple: borrowing Tuple) throws {
        (stateHash, browserHash, provider) = (try tuple[0], try tuple[1], try tuple[2])
        (person, beganAt, expiresAt) = (try tuple[3], try tuple[4], try tuple[5])
        isAgain = try tuple[6]
    }

    var values: [SQLValue] {
        [
            stateHash.sqlValue, browserHash.sqlValue, provider.sqlValue, person.sqlValue, beganAt.sqlValue,
            expiresAt.sqlValue, isAgain.sqlValue,
        ]
    }

    static let creation: DDL = """
        create table provider_attempt (state_hash \(.text) primary key, browser_hash \(.text) not null, \
        provider \(.text) not null, person \(.text), began_at \(.integer) not null, expires_at \(.integer) not null)
        """
    static let again = Migration(
        "provider-attempts-again",
        ["alter table provider_attempt add column is_again \(.integer) not null default 0"])
}
