import KohortCore
import KohortStore

/// A signed-in browser, by the hash of the secret in its cookie.
package struct SignIn: Record {
    package static let table: StaticString = "sign_in"
    package static let columns: [StaticString] = [
        "id", "secret_hash", "actor_kind", "actor_id", "started_at", "expires_at", "ended_at",
    ]

    package let id: SignInID
    let secretHash: String
    package let actor: Actor
    package let startedAt: Instant
    package let expiresAt: Instant
    let endedAt: Instant?

    init(id: SignInID, secretHash: String, actor: Actor, startedAt: Instant, lasting: Duration) {
        (self.id, self.secretHash, self.actor) = (id, secretHash, actor)
        (self.startedAt, expiresAt, endedAt) = (startedAt, startedAt.adding(lasting), nil)
    }

    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        secretHash = try tuple[1]
        actor = try Self.actor(kind: try tuple[2], id: try tuple[3])
        startedAt = try tuple[4]
        expiresAt = try tuple[5]
        endedAt = try tuple[6]
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, secretHash.sqlValue, actor.kind.sqlValue, actor.id.sqlValue, startedAt.sqlValue,
            expiresAt.sqlValue, endedAt.sqlValue,
        ]
    }

    private static func actor(kind: String, id: String) throws -> Actor {
        if kind == "person", let person = PersonID(id) { return .person(person) }
        if kind == "applicant", let candidacy = CandidacyID(id) { return .applicant(candidacy) }
        throw StoreFault.unreadable("sign-in of \(kind)")
    }

    static func current(_ secretHash: String, in read: borrowing Read) throws -> SignIn? {
        try read.first(
            SignIn.self, "where secret_hash = \(secretHash) and ended_at is null and expires_at > \(read.now)")
    }
}
