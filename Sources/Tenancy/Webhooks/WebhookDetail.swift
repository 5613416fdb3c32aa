import KohortCore
import KohortStore

/// One endpoint with its newest deliveries and all that was tried for them.
package struct WebhookDetail: Query {
    package static let permission = Permission.readWebhooks
    package let scope = Scope.anywhere
    package let webhook: WebhookID
    package let limit: Int

    package init(webhook: WebhookID, limit: Int = 50) { (self.webhook, self.limit) = (webhook, limit) }

    package struct Answer: Hashable, Sendable {
        package let webhook: Webhook
        /// By the number of their events, the newest first.
        package let deliveries: [Tried]
    }

    /// A delivery, and its attempts from the first to the last.
    package struct Tried: Hashable, Sendable {
        package let delivery: WebhookDelivery
        package let attempts: [DeliveryAttempt]
    }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let webhook = try read.find(Webhook.self, webhook)
        guard try read.reach(of: Self.permission).includes(webhook.organisation) else { throw Rejection.notFound }
        let deliveries = try read.all(
            WebhookDelivery.self, "where webhook = \(webhook.id) order by event desc limit \(limit)")
        let tried = try deliveries.map { delivery in
            Tried(
                delivery: delivery,
                attempts: try read.all(DeliveryAttempt.self, "where delivery = \(delivery.id) order by number"))
        }
        return Answer(webhook: webhook, deliveries: tried)
    }
}

extension Reach {
    /// Whether it reaches what belongs to an organisation, or to the consortium where that is nil.
    fileprivate func includes(_ organisation: OrganisationID?) -> Bool {
        switch self {
        case .all: true
        case .organisations(let own): organisation.map(own.contains) ?? false
        }
    }
}
