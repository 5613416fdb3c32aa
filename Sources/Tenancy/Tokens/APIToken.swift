import KohortCore
import KohortStore

/// Another system's key to the JSON API, by the hash of its secret; its rights are grants like a person's, within its
/// scopes.
package struct APIToken: Record, Hashable {
    package static let table: StaticString = "api_token"
    package static let columns: [StaticString] = [
        "id", "secret_hash", "name", "created_at", "expires_at", "revoked_at", "scopes", "used_at",
    ]
    /// What every token's text begins with, so that a scanner finds one that was leaked.
    package static let prefix = "kht_"
    /// How late its use may be noted, so that not every request writes.
    static let noted = Duration.seconds(60 * 60)

    package let id: TokenID
    let secretHash: String
    package let name: String
    package let createdAt: Instant
    package let expiresAt: Instant
    let revokedAt: Instant?
    /// Empty where it is not narrowed.
    package let scopes: [TokenScope]
    /// When it was last used, up to an hour earlier than it was.
    package let usedAt: Instant?

    init(
        id: TokenID, secretHash: String, name: String, scopes: [TokenScope], createdAt: Instant, expiresAt: Instant
    ) {
        (self.id, self.secretHash, self.name, self.scopes) = (id, secretHash, name, scopes)
        (self.createdAt, self.expiresAt, revokedAt, usedAt) = (createdAt, expiresAt, nil, nil)
    }

    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        secretHash = try tuple[1]
        name = try tuple[2]
        createdAt = try tuple[3]
        expiresAt = try tuple[4]
        revokedAt = try tuple[5]
        let kept: KeptJSON<[TokenScope]> = try tuple[6]
        scopes = kept.value
        usedAt = try tuple[7]
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, secretHash.sqlValue, name.sqlValue, createdAt.sqlValue, expiresAt.sqlValue,
            revokedAt.sqlValue, StoredJSON(scopes).sqlValue, usedAt.sqlValue,
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

    static let scoping = Migration(
        "tokens-with-scopes",
        [
            "alter table api_token add column scopes \(.text) not null default '[]'",
            "alter table api_token add column used_at \(.integer)",
        ])

    func isCurrent(at now: Instant) -> Bool { revokedAt == nil && now < expiresAt }
}
