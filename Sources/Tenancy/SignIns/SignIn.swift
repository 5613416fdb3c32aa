import KohortCore
import KohortStore

/// A signed-in browser, by the hash of the secret in its cookie.
package struct SignIn: Record, Hashable {
    package static let table: StaticString = "sign_in"
    package static let columns: [StaticString] = [
        "id", "secret_hash", "actor_kind", "actor_id", "started_at", "expires_at", "ended_at", "means", "seen_at",
        "device",
    ]

    package let id: SignInID
    let secretHash: String
    package let actor: Actor
    package let startedAt: Instant
    package let expiresAt: Instant
    let endedAt: Instant?
    package let means: Means
    /// When it was last used, up to `SignInTerms.noted` earlier than it was.
    package let seenAt: Instant
    /// What its owner tells it from others by: "Firefox, Linux".
    package let device: String

    init(_ new: NewSignIn, actor: Actor, means: Means, at now: Instant, lasting: Duration) {
        (id, secretHash, device) = (new.id, new.secretHash, new.device)
        (self.actor, self.means) = (actor, means)
        (startedAt, seenAt, expiresAt, endedAt) = (now, now, now.adding(lasting), nil)
    }

    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        secretHash = try tuple[1]
        actor = try SignInHolder.actor(kind: try tuple[2], id: try tuple[3])
        startedAt = try tuple[4]
        expiresAt = try tuple[5]
        endedAt = try tuple[6]
        means = try tuple[7]
        seenAt = try tuple[8]
        device = try tuple[9]
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, secretHash.sqlValue, actor.kind.sqlValue, actor.id.sqlValue, startedAt.sqlValue,
            expiresAt.sqlValue, endedAt.sqlValue, means.sqlValue, seenAt.sqlValue, device.sqlValue,
        ]
    }

    func isCurrent(at now: Instant) -> Bool { endedAt == nil && now < expiresAt }

    /// Sign-ins of before this have been idle too long, whoever they were of.
    static let means = Migration(
        "sign-ins-by-means",
        [
            "alter table sign_in add column means \(.text) not null default 'operator_link'",
            "alter table sign_in add column seen_at \(.integer) not null default 0",
            "alter table sign_in add column device \(.text) not null default ''",
            "create index sign_in_of on sign_in (actor_kind, actor_id)",
        ])
}

/// Who can be signed in: a person, or the applicant of one candidacy.
enum SignInHolder {
    static func actor(kind: String, id: String) throws -> Actor {
        if kind == "person", let person = PersonID(id) { return .person(person) }
        if kind == "applicant", let candidacy = CandidacyID(id) { return .applicant(candidacy) }
        throw StoreFault.unreadable("sign-in of \(kind)")
    }
}
