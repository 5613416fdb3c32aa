import KohortCore
import KohortStore

/// Sends one delivery once more, now, under its own id, whether it had arrived, failed or still waits.
package struct ReplayDelivery: Command {
    package static let permission = Permission.replayWebhooks
    package static let events: [any Event.Type] = [WebhookReplayed.self]
    package var scope: Scope { .owner(organisation) }

    package let delivery: DeliveryID
    package let organisation: OrganisationID?

    package init(delivery: DeliveryID, organisation: OrganisationID?) {
        (self.delivery, self.organisation) = (delivery, organisation)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        var delivery = try write.find(WebhookDelivery.self, delivery)
        let webhook = try Webhook.find(delivery.webhook, of: organisation, in: write)
        guard webhook.state == .active else { throw Rejection.conflict("webhook.disabled") }
        if let lease = delivery.leaseUntil, lease > write.now { throw Rejection.conflict("webhook.under_way") }
        delivery.begin(at: write.now)
        try write.update(delivery)
        try write.record(WebhookReplayed(webhook: webhook.id, from: delivery.event))
        return Done()
    }
}
