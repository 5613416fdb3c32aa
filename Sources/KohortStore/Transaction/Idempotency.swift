import KohortCore

/// A client's promise that requests with the same key are one request (draft-ietf-httpapi-idempotency-key-header).
package struct IdempotencyKey: Hashable, Sendable {
    package let key: String
    /// A digest of method, path and body: the same key with another request is refused.
    package let fingerprint: String

    package init(key: String, fingerprint: String) { (self.key, self.fingerprint) = (key, fingerprint) }
}

/// Outcomes kept for a day, written in the transaction of the command itself, so that a repeated request is answered
/// and not performed again. A rejection is not kept: it changed nothing and may be tried again.
enum Idempotency {
    static let keptFor = Duration.seconds(24 * 60 * 60)

    static let migration = Migration(
        "idempotency",
        [
            """
            create table idempotency (actor \(.text) not null, key \(.text) not null, command \(.text) not null, \
            fingerprint \(.text) not null, outcome \(.text) not null, at \(.integer) not null, \
            primary key (actor, key))
            """,
            "create index idempotency_at on idempotency (at)",
        ])

    static func kept<C: Command>(_ key: IdempotencyKey, for command: C, in write: borrowing Write) throws -> C.Outcome?
    {
        let row = try write.read.first(
            """
            select command, fingerprint, outcome from idempotency
            where actor = \(holder(write.actor)) and key = \(key.key) and at > \(write.now.adding(.zero - keptFor))
            """
        ) { (try $0[0] as String, try $0[1] as String, try $0[2] as String) }
        guard let (name, fingerprint, outcome) = row else { return nil }
        guard name == C.name, fingerprint == key.fingerprint else {
            throw Rejection.invalid("Idempotency-Key", "idempotency.reused")
        }
        return try JSONText.decode(C.Outcome.self, from: outcome)
    }

    static func keep<C: Command>(
        _ outcome: C.Outcome, of command: C, under key: IdempotencyKey, in write: borrowing Write
    ) throws {
        let holder = holder(write.actor)
        try sweep(in: write)
        try write.execute(
            """
            insert into idempotency (actor, key, command, fingerprint, outcome, at)
            values (\(holder), \(key.key), \(C.name), \(key.fingerprint), \(JSONText.encode(outcome)), \(write.now))
            """)
    }

    static func sweep(in write: borrowing Write) throws {
        try write.execute("delete from idempotency where at <= \(write.now.adding(.zero - keptFor))")
    }

    private static func holder(_ actor: Actor) -> String { actor.kind + ":" + (actor.id ?? "") }
}
