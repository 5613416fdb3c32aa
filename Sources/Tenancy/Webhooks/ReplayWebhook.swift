import KohortCore
import KohortStore

/// Sends an endpoint all that it wants from an event on once more: what was sent before under the ids that it had then,
/// and what happened before the endpoint was added as well.
package struct ReplayWebhook: Command {
    package static let permission = Permission.replayWebhooks
    package static let events: [any Event.Type] = [WebhookReplayed.self]
    package var scope: Scope { .owner(organisation) }

    package let webhook: WebhookID
    package let organisation: OrganisationID?
    /// The number of the first event.
    package let from: Int64

    package init(webhook: WebhookID, organisation: OrganisationID?, from: Int64) {
        (self.webhook, self.organisation, self.from) = (webhook, organisation, from)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        var webhook = try Webhook.find(webhook, of: organisation, in: write)
        guard webhook.state == .active else { throw Rejection.conflict("webhook.disabled") }
        let last = try JournalEntry.lastNumber(in: write.read)
        guard (1...max(1, last)).contains(from) else {
            throw Rejection.invalid("from", "number.range", ["from": "1", "to": String(max(1, last))])
        }
        try write.execute(
            """
            update webhook_delivery set state = 'pending', due_at = \(write.now), ended_at = null,
                attempts_before = attempts
            where webhook = \(webhook.id) and event >= \(from) and state <> 'pending'
            """)
        webhook.cursor = min(webhook.cursor, from - 1)
        try write.update(webhook)
        try write.record(WebhookReplayed(webhook: webhook.id, from: from))
        return Done()
    }
}
