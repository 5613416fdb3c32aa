import KohortCore
import KohortStore

/// Makes deliveries of what has happened since each active endpoint was last asked about: a batch each. Answers how many
/// events were looked at, 0 when there is nothing new.
package struct TakeEvents: Command {
    package static let permission = Permission.deliverWebhooks
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let limit: Int

    package init(limit: Int = 200) { self.limit = limit }

    package func perform(in write: borrowing Write) throws -> Int {
        let last = try JournalEntry.lastNumber(in: write.read)
        let behind = try write.all(Webhook.self, "where state = 'active' and cursor < \(last) order by id")
        return try behind.reduce(0) { $0 + (try take(for: $1, upTo: last, in: write)) }
    }

    private func take(for webhook: Webhook, upTo last: Int64, in write: borrowing Write) throws -> Int {
        let entries = try JournalEntry.after(webhook.cursor, limit: limit, to: webhook.reach, in: write.read)
        let reached = entries.count < limit ? last : entries.last?.number ?? last
        let taken = try taken(by: webhook, in: write)
        for entry in entries where webhook.patterns.match(entry.name) && !taken.contains(entry.number) {
            try write.insert(WebhookDelivery(entry, to: webhook, at: write.now))
        }
        try write.execute("update webhook set cursor = \(reached) where id = \(webhook.id)")
        return Int(reached - webhook.cursor)
    }

    /// The events after the cursor that have a delivery already: after a replay the cursor stands before them.
    private func taken(by webhook: Webhook, in write: borrowing Write) throws -> Set<Int64> {
        Set(
            try write.read.all(
                "select event from webhook_delivery where webhook = \(webhook.id) and event > \(webhook.cursor)"
            ) { try $0[0] as Int64 })
    }
}
