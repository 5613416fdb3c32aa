import KohortCore
import KohortStore

/// Another system's key to the JSON API, by the hash of its secret; its rights are grants like a person's.
package struct APIToken: Record {
    package static let table: StaticString = "api_token"
    package static let columns: [StaticString] = [
        "id", "secret_hash", "name", "created_at", "expires_at", "revoked_at",
    ]
    /// What every token's text begins with, so that a scanner finds one that was leaked.
    package static let prefix = "kht_"

    package let id: TokenID
    let secretHash: String
    package let name: String
    package let createdAt: Instant
    package let expiresAt: Instant
    let revokedAt: Instant?

    init(id: TokenID, secretHash: String, name: String, createdAt: Instant, expiresAt: Instant) {
        (self.id, self.secretHash, self.name) = (id, secretHash, name)
        (self.createdAt, self.expiresAt, revokedAt) = (createdAt, expiresAt, nil)
    }

    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        secretHash = try tuple[1]
        name = try tuple[2]
        createdAt = try tuple[3]
        expiresAt = try tuple[4]
        revokedAt = try tuple[5]
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, secretHash.sqlValue, name.sqlValue, createdAt.sqlValue, expiresAt.sqlValue,
            revokedAt.sqlValue,
        ]
    }

    static let migration = Migration(
        "tokens",
        [
            """
            create table api_token (id \(.text) primary key, secret_hash \(.text) not null unique, \
            name \(.text) not null, created_at \(.integer) not null, expires_at \(.integer) not null, \
            revoked_at \(.integer))
            """
        ])

    static func current(_ secretHash: String, in read: borrowing Read) throws -> APIToken? {
        try read.first(
            APIToken.self, "where secret_hash = \(secretHash) and revoked_at is null and expires_at > \(read.now)")
    }
}
