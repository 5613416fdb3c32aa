import KohortApp
import KohortCore
import KohortStore
import Tenancy

@testable import KohortSite

extension RoundSite {
    /// An endpoint of the consortium, or of the employer with this slug, and a delivery to it.
    func webhook(_ employer: String? = nil) async throws -> (webhook: WebhookID, delivery: DeliveryID) {
        let call = MakeWebhook(
            tenant: try Slug(tenant), url: "https://receiver.example/events",
            organisation: try employer.map { try Slug($0) }, events: [])
        let webhook = try await call.answer(in: kohort).id
        return try await use { open in
            while try await open.store.perform(TakeEvents(), by: .system, at: now) > 0 {}
            let detail = try await open.store.fetch(WebhookDetail(webhook: webhook), by: .operator, at: now)
            guard let delivery = detail.deliveries.first?.delivery.id else { throw Rejection.notFound }
            return (webhook, delivery)
        }
    }

    /// Ends what is due to an endpoint, each attempt alike.
    func attempt(status: Int?, answer: String = "") async throws {
        try await use { open in
            let lease = LeaseDeliveries(limit: 100, perWebhook: 100, leaseSeconds: 60)
            for leased in try await open.store.perform(lease, by: .system, at: now) {
                let attempt = DeliveryAttempt(
                    delivery: leased.delivery, number: leased.attempt, at: now, status: status,
                    failure: status == nil ? "address" : nil, milliseconds: 12, answer: answer)
                _ = try await open.store.perform(
                    RecordAttempt(attempt, of: leased.tenant, wish: nil, jitter: 0), by: .system, at: now)
            }
        }
    }
}
