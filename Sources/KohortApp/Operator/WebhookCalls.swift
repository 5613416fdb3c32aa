import KohortCore
import KohortOutbound
import KohortStore
import Tenancy

/// A tenant's webhooks.
package struct ListWebhooks: OperatorCall {
    package let tenant: Slug

    package init(tenant: Slug) { self.tenant = tenant }

    package struct Line: Sendable, Codable {
        package let id: WebhookID
        package let url: String
        /// Nil for one of the consortium.
        package let organisation: Slug?
        package let events: [String]
        package let state: WebhookState
        package let reason: DisableReason?
        package let pending: Int
        package let failed: Int
    }

    package func answer(in kohort: Kohort) async throws -> [Line] {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let slugs = try await open.organisationSlugs(at: kohort.clock.now)
            let lines = try await open.store.fetch(WebhookList(), by: .operator, at: kohort.clock.now)
            return lines.map { line in
                Line(
                    id: line.webhook.id, url: line.webhook.url,
                    organisation: line.webhook.organisation.flatMap { slugs[$0] },
                    events: line.webhook.patterns.texts, state: line.webhook.state, reason: line.webhook.reason,
                    pending: line.pending, failed: line.failed)
            }
        }
    }
}

/// What was sent to one webhook lately, the newest first.
package struct ListDeliveries: OperatorCall {
    package let tenant: Slug
    package let webhook: WebhookID

    package init(tenant: Slug, webhook: WebhookID) { (self.tenant, self.webhook) = (tenant, webhook) }

    package struct Line: Sendable, Codable {
        package let id: DeliveryID
        package let event: Int64
        package let name: String
        package let state: DeliveryState
        package let dueAt: Instant
        package let attempts: [DeliveryAttempt]
    }

    package func answer(in kohort: Kohort) async throws -> [Line] {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let detail = try await open.webhook(webhook, at: kohort.clock.now, limit: 100)
            return detail.deliveries.map { tried in
                Line(
                    id: tried.delivery.id, event: tried.delivery.event, name: tried.delivery.name,
                    state: tried.delivery.state, dueAt: tried.delivery.dueAt, attempts: tried.attempts)
            }
        }
    }
}

/// Adds a webhook.
package struct MakeWebhook: OperatorCall {
    package let tenant: Slug
    package let url: String
    package let organisation: Slug?
    package let events: [String]

    package init(tenant: Slug, url: String, organisation: Slug?, events: [String]) {
        (self.tenant, self.url, self.organisation, self.events) = (tenant, url, organisation, events)
    }

    package func answer(in kohort: Kohort) async throws -> WebhookSecretAnswer {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let now = kohort.clock.now
            let owner = try await open.organisationID(organisation, at: now)
            return WebhookSecretAnswer(
                try await kohort.addWebhook(
                    url, events: events, of: owner, to: open, SecretRequest(by: .operator, at: now)))
        }
    }
}

/// Gives a webhook a new secret.
package struct RenewWebhookSecret: OperatorCall {
    package let tenant: Slug
    package let webhook: WebhookID
    package let overlapHours: Int

    package init(tenant: Slug, webhook: WebhookID, overlapHours: Int) {
        (self.tenant, self.webhook, self.overlapHours) = (tenant, webhook, overlapHours)
    }

    package func answer(in kohort: Kohort) async throws -> WebhookSecretAnswer {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let now = kohort.clock.now
            let organisation = try await open.webhook(webhook, at: now).webhook.organisation
            return WebhookSecretAnswer(
                try await kohort.rotateSecret(
                    of: webhook, organisation, overlapHours: overlapHours, in: open,
                    SecretRequest(by: .operator, at: now)))
        }
    }
}

/// A webhook's secret, shown this once.
package struct WebhookSecretAnswer: Sendable, Codable {
    package let id: WebhookID
    package let secret: String

    init(_ shown: ShownSecret) { (id, secret) = (shown.webhook, shown.secret.text) }
}
