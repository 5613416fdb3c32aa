import KohortCore
import KohortOutbound
import KohortStore
import Tenancy

/// A webhook's secret, to be shown this once.
package struct ShownSecret: Sendable {
    package let webhook: WebhookID
    package let secret: WebhookSecret
}

/// Who asks for a secret, when, and as part of which request.
package struct SecretRequest: Sendable {
    package let actor: Actor
    package let arrival: Instant
    package let idempotency: IdempotencyKey?

    package init(by actor: Actor, at arrival: Instant, idempotency: IdempotencyKey? = nil) {
        (self.actor, self.arrival, self.idempotency) = (actor, arrival, idempotency)
    }
}

extension Kohort {
    /// Adds an endpoint with a fresh secret. A request that is repeated is shown the secret of the first time.
    package func addWebhook(
        _ url: String, events: [String], of organisation: OrganisationID?, to open: TenantStore,
        _ request: SecretRequest
    ) async throws -> ShownSecret {
        let id = WebhookID.new(at: request.arrival)
        let sealed = try seal.seal(WebhookSecret(), for: id, of: open.tenant.id)
        return try await show(
            AddWebhook(id: id, organisation: organisation, url: url, events: events, secret: sealed), open, request)
    }

    /// Gives an endpoint a fresh secret; the old one signs beside it for so many hours.
    package func rotateSecret(
        of webhook: WebhookID, _ organisation: OrganisationID?, overlapHours: Int, in open: TenantStore,
        _ request: SecretRequest
    ) async throws -> ShownSecret {
        let sealed = try seal.seal(WebhookSecret(), for: webhook, of: open.tenant.id)
        let command = RotateWebhookSecret(
            webhook: webhook, organisation: organisation, secret: sealed, overlapHours: overlapHours)
        return try await show(command, open, request)
    }

    private func show<C: Command>(
        _ command: C, _ open: TenantStore, _ request: SecretRequest
    ) async throws -> ShownSecret where C.Outcome == MadeSecret {
        let made = try await open.store.perform(
            command, by: request.actor, at: request.arrival, idempotency: request.idempotency)
        guard let secret = seal.open(made.secret, for: made.webhook, of: open.tenant.id) else {
            throw StoreFault.unreadable("secret of a webhook")
        }
        return ShownSecret(webhook: made.webhook, secret: secret)
    }
}
