import KohortCore
import KohortStore

/// Leases what is due to one worker, so that no two send the same delivery while the lease lasts. Of one endpoint only
/// so many are under way at once, and endpoints that work come before those that fail.
package struct LeaseDeliveries: Command {
    package static let permission = Permission.deliverWebhooks
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let limit: Int
    package let perWebhook: Int
    package let leaseSeconds: Int

    package init(limit: Int, perWebhook: Int, leaseSeconds: Int) {
        (self.limit, self.perWebhook, self.leaseSeconds) = (limit, perWebhook, leaseSeconds)
    }

    /// All that an attempt needs.
    package struct Leased: Sendable, Codable {
        /// Whose event it is: it is signed as no other tenant's, and recorded in no other's store.
        package let tenant: TenantID
        package let delivery: DeliveryID
        package let webhook: WebhookID
        package let url: String
        /// To sign by, the newest first.
        package let secrets: [SealedSecret]
        package let attempt: Int
        /// Until when it is this worker's.
        package let until: Instant
        package let entry: JournalEntry
    }

    package func perform(in write: borrowing Write) throws -> [Leased] {
        let webhooks = try write.all(
            Webhook.self,
            """
            where state = 'active' and (paused_until is null or paused_until <= \(write.now))
            order by failures, id
            """)
        var leased: [Leased] = []
        for webhook in webhooks where leased.count < limit {
            leased += try lease(of: webhook, most: limit - leased.count, in: write)
        }
        return leased
    }

    private func lease(of webhook: Webhook, most: Int, in write: borrowing Write) throws -> [Leased] {
        let busy = try write.count(
            """
            select count(*) from webhook_delivery
            where webhook = \(webhook.id) and state = 'pending' and lease_until > \(write.now)
            """)
        let due = try write.all(
            WebhookDelivery.self,
            """
            where webhook = \(webhook.id) and state = 'pending' and due_at <= \(write.now)
                and (lease_until is null or lease_until <= \(write.now))
            order by due_at, event limit \(max(0, min(most, perWebhook - busy)))
            """)
        return try due.map { try lease($0, of: webhook, in: write) }
    }

    private func lease(_ due: WebhookDelivery, of webhook: Webhook, in write: borrowing Write) throws -> Leased {
        var delivery = due
        delivery.attempts += 1
        let until = write.now.adding(.seconds(leaseSeconds))
        delivery.leaseUntil = until
        try write.update(delivery)
        let entry = try JournalEntry.after(delivery.event - 1, limit: 1, to: webhook.reach, in: write.read).first
        guard let entry, entry.number == delivery.event else {
            throw StoreFault.unreadable("event \(delivery.event) of a delivery")
        }
        return Leased(
            tenant: write.tenant, delivery: delivery.id, webhook: webhook.id, url: webhook.url,
            secrets: webhook.secrets(at: write.now), attempt: delivery.attempts, until: until, entry: entry)
    }
}
