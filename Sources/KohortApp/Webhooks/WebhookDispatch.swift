import KohortCore
import KohortOutbound
import KohortStore
import Logging
import Tenancy

/// One tenant's webhooks: takes events into deliveries, leases what is due, tries it. A worker that dies leaves leases
/// that end.
package struct WebhookDispatch: Sendable {
    /// Of one endpoint at once, so that one that hangs holds few threads.
    private static let perWebhook = 4
    /// Longer than an attempt can take.
    private static let leaseSeconds = 60
    private let clock: WallClock
    private let sender: any WebhookSender
    private let seal: SecretSeal
    private let logger: Logger

    package init(clock: WallClock, sender: any WebhookSender, seal: SecretSeal, logger: Logger) {
        (self.clock, self.sender, self.seal, self.logger) = (clock, sender, seal, logger)
    }

    /// Takes what has happened and leases at most `free` deliveries.
    func lease(_ free: Int, of tenant: TenantStore) async throws -> [LeaseDeliveries.Leased] {
        var next = try await tenant.store.fetch(NextDelivery(), by: .system, at: clock.now)
        while next.isBehind {
            _ = try await tenant.store.perform(TakeEvents(), by: .system, at: clock.now)
            next = try await tenant.store.fetch(NextDelivery(), by: .system, at: clock.now)
        }
        guard let due = next.due, due <= clock.now else { return [] }
        let lease = LeaseDeliveries(limit: free, perWebhook: Self.perWebhook, leaseSeconds: Self.leaseSeconds)
        return try await tenant.store.perform(lease, by: .system, at: clock.now)
    }

    /// Tries a delivery; what is answered is to be recorded.
    func attempt(_ leased: LeaseDeliveries.Leased) async -> RecordAttempt {
        let begin = clock.now
        let outcome = await send(leased, at: begin)
        let status: Int? = if case .status(let status) = outcome.result { status } else { nil }
        let failure: String? = if case .failure(let failure) = outcome.result { failure.rawValue } else { nil }
        let attempt = DeliveryAttempt(
            delivery: leased.delivery, number: leased.attempt, at: begin, status: status, failure: failure,
            milliseconds: Int(clock.now.milliseconds - begin.milliseconds), answer: outcome.answer)
        return RecordAttempt(attempt, of: leased.tenant, wish: outcome.retryAfter, jitter: .random(in: 0..<1))
    }

    private func send(_ leased: LeaseDeliveries.Leased, at begin: Instant) async -> WebhookOutcome {
        let secrets = leased.secrets.compactMap { seal.open($0, for: leased.webhook, of: leased.tenant) }
        guard secrets.count == leased.secrets.count else {
            logger.error("webhook's secret does not open", metadata: ["webhook": "\(leased.webhook)"])
            return WebhookOutcome(.failure(.local))
        }
        let message = WebhookMessage(
            url: CallURL(text: leased.url), id: WebhookDelivery.messageID(of: leased.delivery),
            timestamp: begin.milliseconds / 1000, body: WebhookBody.bytes(of: leased.entry))
        return await sender.send(message, signedBy: secrets)
    }
}
