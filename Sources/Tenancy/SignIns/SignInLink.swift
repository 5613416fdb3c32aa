import KohortCore
import KohortStore

/// A one-time link: single use, limited in time, its secret stored only as a hash.
struct SignInLink: Record {
    static let table: StaticString = "sign_in_link"
    static let columns: [StaticString] = ["secret_hash", "person", "issued_at", "expires_at", "used_at"]

    let secretHash: String
    let person: PersonID
    let issuedAt: Instant
    let expiresAt: Instant
    let usedAt: Instant?

    init(secretHash: String, person: PersonID, issuedAt: Instant, expiresAt: Instant) {
        (self.secretHash, self.person) = (secretHash, person)
        (self.issuedAt, self.expiresAt, usedAt) = (issuedAt, expiresAt, nil)
    }

    init(_ tuple: borrowing Tuple) throws {
        secretHash = try tuple[0]
        person = try tuple[1]
        issuedAt = try tuple[2]
        expiresAt = try tuple[3]
        usedAt = try tuple[4]
    }

    var values: [SQLValue] {
        [secretHash.sqlValue, person.sqlValue, issuedAt.sqlValue, expiresAt.sqlValue, usedAt.sqlValue]
    }

    static let migration = Migration(
        "sign-ins",
        [
            """
            create table sign_in_link (secret_hash \(.text) primary key, person \(.text) not null, \
            issued_at \(.integer) not null, expires_at \(.integer) not null, used_at \(.integer))
            """,
            """
            create table sign_in (id \(.text) primary key, secret_hash \(.text) not null unique, \
            actor_kind \(.text) not null, actor_id \(.text) not null, started_at \(.integer) not null, \
            expires_at \(.integer) not null, ended_at \(.integer))
            """,
        ])
}
