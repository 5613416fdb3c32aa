import KohortCore
import KohortStore

/// One event on its way to one endpoint.
package struct WebhookDelivery: Record, Hashable {
    package static let table: StaticString = "webhook_delivery"
    package static let columns: [StaticString] = [
        "id", "webhook", "event", "name", "state", "attempts", "attempts_before", "due_at", "lease_until", "created_at",
        "ended_at",
    ]

    package let id: DeliveryID
    package let webhook: WebhookID
    /// The event's number in the journal.
    package let event: Int64
    /// The event's name.
    package let name: String
    package var state: DeliveryState
    package var attempts: Int
    /// How many of the attempts were made before the last replay: the schedule begins anew there.
    package var attemptsBefore: Int
    /// Not to be tried before.
    package var dueAt: Instant
    /// Until then one worker has it; another takes it over afterwards.
    package var leaseUntil: Instant?
    package let createdAt: Instant
    package var endedAt: Instant?

    init(_ entry: JournalEntry, to webhook: Webhook, at now: Instant) {
        (id, self.webhook, event, name) = (.new(at: now), webhook.id, entry.number, entry.name)
        (state, attempts, attemptsBefore) = (.pending, 0, 0)
        (dueAt, leaseUntil, createdAt, endedAt) = (now, nil, now, nil)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, webhook, event, name) = (try tuple[0], try tuple[1], try tuple[2], try tuple[3])
        (state, attempts, attemptsBefore) = (try tuple[4], try tuple[5], try tuple[6])
        (dueAt, leaseUntil, createdAt, endedAt) = (try tuple[7], try tuple[8], try tuple[9], try tuple[10])
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, webhook.sqlValue, event.sqlValue, name.sqlValue, state.sqlValue, attempts.sqlValue,
            attemptsBefore.sqlValue, dueAt.sqlValue, leaseUntil.sqlValue, createdAt.sqlValue, endedAt.sqlValue,
        ]
    }

    /// The name that the receiver knows it by, the same at every attempt.
    package var messageID: String { Self.messageID(of: id) }
    package static func messageID(of id: DeliveryID) -> String { "msg_\(id)" }

    /// Starts it as if it had not been tried; what was tried stays in the log.
    mutating func begin(at now: Instant) {
        (state, attemptsBefore, dueAt, leaseUntil, endedAt) = (.pending, attempts, now, nil, nil)
    }

    mutating func end(_ end: DeliveryState, at now: Instant) {
        (state, leaseUntil, endedAt) = (end, nil, now)
    }

    static let creation: DDL = """
        create table webhook_delivery (id \(.text) primary key, webhook \(.text) not null references webhook (id), \
        event \(.integer) not null, name \(.text) not null, state \(.text) not null, attempts \(.integer) not null, \
        attempts_before \(.integer) not null, due_at \(.integer) not null, lease_until \(.integer), \
        created_at \(.integer) not null, ended_at \(.integer), unique (webhook, event), \
        check (state in ('pending', 'delivered', 'failed', 'given_up')), \
        check ((state = 'pending') = (ended_at is null)))
        """
    static let index: DDL = "create index webhook_delivery_due on webhook_delivery (webhook, state, due_at)"
}

package enum DeliveryState: String, Sendable, Codable, CaseIterable, Storable {
    case pending, delivered
    /// Refused for good: the receiver answered 410.
    case failed
    /// Tried as often as the schedule has it.
    case givenUp = "given_up"
}
