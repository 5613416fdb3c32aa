import KohortCore

/// Something to be sent after the commit. It names what to send by ids; the words are written when it is sent, so
/// that no name or address lies in the outbox.
package protocol Letter: Sendable, Codable {
    /// The stored kind: `recruitment.receipt`.
    static var kind: String { get }
}

/// Where a message stands.
package enum MessageState: String, Sendable, Codable, Storable {
    case waiting, sent
    /// Refused for good, or tried too often; a person must look at it.
    case failed
}

/// A row of the outbox.
package struct Message: Record, Hashable {
    package static let table: StaticString = "outbox"
    package static let columns: [StaticString] = [
        "id", "kind", "payload", "created_at", "due_at", "state", "attempts", "lease_until", "problem", "ended_at",
    ]

    package let id: MessageID
    package let kind: String
    /// The letter's own JSON.
    package let payload: String
    package let createdAt: Instant
    /// Not to be sent before.
    package let dueAt: Instant
    package let state: MessageState
    package let attempts: Int
    /// Until then one worker has it; another takes it over afterwards.
    package let leaseUntil: Instant?
    /// Why the last attempt failed, without personal data.
    package let problem: String?
    package let endedAt: Instant?

    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        kind = try tuple[1]
        payload = try tuple[2]
        createdAt = try tuple[3]
        dueAt = try tuple[4]
        state = try tuple[5]
        attempts = try tuple[6]
        leaseUntil = try tuple[7]
        problem = try tuple[8]
        endedAt = try tuple[9]
    }

    init(id: MessageID, kind: String, payload: String, at now: Instant) {
        (self.id, self.kind, self.payload) = (id, kind, payload)
        (createdAt, dueAt, state, attempts) = (now, now, .waiting, 0)
        (leaseUntil, problem, endedAt) = (nil, nil, nil)
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, kind.sqlValue, payload.sqlValue, createdAt.sqlValue, dueAt.sqlValue, state.sqlValue,
            attempts.sqlValue, leaseUntil.sqlValue, problem.sqlValue, endedAt.sqlValue,
        ]
    }
}

extension Optional where Wrapped: Storable {
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension Write {
    /// Puts a letter in the outbox: sent after this transaction has committed, never if it has not.
    package func enqueue<L: Letter>(_ letter: L) throws {
        guard let payload = JSONText.encode(letter) else { throw StoreFault.unreadable("letter \(L.kind)") }
        try insert(Message(id: .new(at: now), kind: L.kind, payload: payload, at: now))
    }
}
