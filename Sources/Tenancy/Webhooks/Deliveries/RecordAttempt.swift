import KohortCore
import KohortStore

/// Tells how an attempt ended: any 2xx has arrived, 410 disables the endpoint, everything else is tried again by the
/// schedule. Only the attempt that holds the lease counts; one that was overtaken is logged and changes nothing. Throws
/// `StoreFault.foreign` for what was leased from another tenant.
package struct RecordAttempt: Command {
    package static let permission = Permission.deliverWebhooks
    package static let events: [any Event.Type] = [WebhookDisabled.self]
    package var scope: Scope { .consortium }

    package let tenant: TenantID
    package let attempt: DeliveryAttempt
    /// What `Retry-After` asks for, in seconds.
    package let wish: Int?
    /// From 0 up to 1.
    package let jitter: Double

    package init(_ attempt: DeliveryAttempt, of tenant: TenantID, wish: Int?, jitter: Double) {
        (self.attempt, self.tenant, self.wish, self.jitter) = (attempt, tenant, wish, jitter)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        try write.require(tenant)
        // The endpoint may have been removed meanwhile, with all that was its.
        guard let delivery = try write.first(WebhookDelivery.self, "where id = \(attempt.delivery)") else {
            return Done()
        }
        try write.insert(attempt)
        guard delivery.state == .pending, delivery.attempts == attempt.number else { return Done() }
        let webhook = try write.find(Webhook.self, delivery.webhook)
        switch attempt.status {
        case (200..<300)?: try succeed(delivery, webhook, in: write)
        case 410: try end(delivery, webhook, in: write)
        default: try fail(delivery, webhook, in: write)
        }
        return Done()
    }

    private func succeed(_ old: WebhookDelivery, _ webhook: Webhook, in write: borrowing Write) throws {
        var (delivery, webhook) = (old, webhook)
        delivery.end(.delivered, at: write.now)
        (webhook.failures, webhook.failingSince, webhook.pausedUntil) = (0, nil, nil)
        try write.update(delivery)
        try write.update(webhook)
    }

    private func end(_ old: WebhookDelivery, _ webhook: Webhook, in write: borrowing Write) throws {
        var delivery = old
        delivery.end(.failed, at: write.now)
        try write.update(delivery)
        if webhook.state == .active { try webhook.disable(.gone, in: write) }
    }

    private func fail(_ old: WebhookDelivery, _ webhook: Webhook, in write: borrowing Write) throws {
        var (delivery, webhook) = (old, webhook)
        let tried = delivery.attempts - delivery.attemptsBefore
        if let wait = DeliverySchedule.wait(after: tried, jitter: jitter, wish: wish) {
            (delivery.dueAt, delivery.leaseUntil) = (write.now.adding(.seconds(wait)), nil)
        } else {
            delivery.end(.givenUp, at: write.now)
        }
        try write.update(delivery)
        webhook.failures += 1
        webhook.failingSince = webhook.failingSince ?? write.now
        let rest = DeliverySchedule.rest(afterFailures: webhook.failures, wish: wish)
        webhook.pausedUntil = rest > 0 ? write.now.adding(.seconds(rest)) : nil
        let isLost = (webhook.failingSince ?? write.now).adding(DeliverySchedule.longestFailing) <= write.now
        if isLost, webhook.state == .active { return try webhook.disable(.failing, in: write) }
        try write.update(webhook)
    }
}
