import KohortCore
import KohortStore

/// A one-time link: single use, limited in time, its secret stored only as a hash.
package struct SignInLink: Record {
    /// What a link was made for, and so how long it lasts and what it opens.
    package enum Kind: String, Hashable, Sendable, Codable, Storable {
        /// Asked for by address, opened in the browser that asked.
        case asked
        /// Made by the operator, for whoever gets it first.
        case issued
        /// Mailed to somebody who was given a role.
        case invitation

        package var lasting: Duration {
            switch self {
            case .asked: .seconds(10 * 60)
            case .issued: .seconds(24 * 60 * 60)
            case .invitation: .seconds(7 * 24 * 60 * 60)
            }
        }

        var means: Means {
            switch self {
            case .asked: .mailedLink
            case .issued: .operatorLink
            case .invitation: .invitation
            }
        }
    }

    package static let table: StaticString = "sign_in_link"
    package static let columns: [StaticString] = [
        "secret_hash", "kind", "actor_kind", "actor_id", "browser_hash", "issued_at", "expires_at", "used_at",
    ]

    let secretHash: String
    let kind: Kind
    let actor: Actor
    /// Of the secret in the cookie of the browser that it is bound to.
    let browserHash: String?
    let issuedAt: Instant
    let expiresAt: Instant
    let usedAt: Instant?

    init(_ kind: Kind, _ secretHash: String, for actor: Actor, browserHash: String? = nil, at now: Instant) {
        (self.secretHash, self.kind, self.actor, self.browserHash) = (secretHash, kind, actor, browserHash)
        (issuedAt, expiresAt, usedAt) = (now, now.adding(kind.lasting), nil)
    }

    package init(_ tuple: borrowing Tuple) throws {
        secretHash = try tuple[0]
        kind = try tuple[1]
        actor = try SignInHolder.actor(kind: try tuple[2], id: try tuple[3])
        browserHash = try tuple[4]
        issuedAt = try tuple[5]
        expiresAt = try tuple[6]
        usedAt = try tuple[7]
    }

    package var values: [SQLValue] {
        [
            secretHash.sqlValue, kind.sqlValue, actor.kind.sqlValue, actor.id.sqlValue, browserHash.sqlValue,
            issuedAt.sqlValue, expiresAt.sqlValue, usedAt.sqlValue,
        ]
    }

    /// Makes a link; those of its kind that the same holder has not used yet open nothing any more.
    static func issue(_ link: SignInLink, in write: borrowing Write) throws {
        try write.execute(
            """
            delete from sign_in_link where kind = \(link.kind) and actor_kind = \(link.actor.kind)
                and actor_id = \(link.actor.id) and used_at is null
            """)
        try write.insert(link)
    }
}
