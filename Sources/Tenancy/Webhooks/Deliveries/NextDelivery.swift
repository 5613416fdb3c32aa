import KohortCore
import KohortStore

/// What the daemon has to do for webhooks, without doing it.
package struct NextDelivery: Query {
    package static let permission = Permission.deliverWebhooks
    package let scope = Scope.consortium

    package init() {}

    package struct Answer: Hashable, Sendable {
        /// Whether an endpoint has not been asked about the newest events.
        package let isBehind: Bool
        /// When something is next to be sent, taken over or looked at again; nil when nothing waits.
        package let due: Instant?
    }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let last = try JournalEntry.lastNumber(in: read)
        let behind = try read.count("select count(*) from webhook where state = 'active' and cursor < \(last)")
        return Answer(isBehind: behind > 0, due: try due(read))
    }

    private func due(_ read: borrowing Read) throws -> Instant? {
        let active = try read.all(Webhook.self, "where state = 'active'")
        return try active.compactMap { webhook in
            guard let next = try next(of: webhook, read) else { return nil }
            return max(next, webhook.pausedUntil ?? next)
        }.min()
    }

    private func next(of webhook: Webhook, _ read: borrowing Read) throws -> Instant? {
        let waiting: SQL = "from webhook_delivery where webhook = \(webhook.id) and state = 'pending'"
        let due: Instant? = try earliest("select min(due_at) \(waiting) and lease_until is null", read)
        let overtaken: Instant? = try earliest("select min(lease_until) \(waiting) and lease_until is not null", read)
        return [due, overtaken].compactMap(\.self).min()
    }

    private func earliest(_ sql: SQL, _ read: borrowing Read) throws -> Instant? {
        try read.first(sql) { try $0[0] as Instant? } ?? nil
    }
}
