import KohortCore
import KohortStore
import Tenancy

/// Disables, enables or removes a webhook.
package struct ChangeWebhook: OperatorCall {
    package enum Change: String, Sendable, Codable { case disable, enable, remove }

    package let tenant: Slug
    package let webhook: WebhookID
    package let change: Change

    package init(tenant: Slug, webhook: WebhookID, _ change: Change) {
        (self.tenant, self.webhook, self.change) = (tenant, webhook, change)
    }

    package func answer(in kohort: Kohort) async throws -> Done {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let now = kohort.clock.now
            let owner = try await open.webhook(webhook, at: now).webhook.organisation
            return switch change {
            case .disable:
                try await open.perform(DisableWebhook(webhook: webhook, organisation: owner), at: now)
            case .enable:
                try await open.perform(EnableWebhook(webhook: webhook, organisation: owner), at: now)
            case .remove:
                try await open.perform(RemoveWebhook(webhook: webhook, organisation: owner), at: now)
            }
        }
    }
}

/// Sends a webhook's events once more: one delivery, or all from an event on.
package struct ReplayEvents: OperatorCall {
    package enum Choice: Sendable, Codable {
        case delivery(DeliveryID)
        case from(Int64)
    }

    package let tenant: Slug
    package let webhook: WebhookID
    package let choice: Choice

    package init(tenant: Slug, webhook: WebhookID, _ choice: Choice) {
        (self.tenant, self.webhook, self.choice) = (tenant, webhook, choice)
    }

    package func answer(in kohort: Kohort) async throws -> Done {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let now = kohort.clock.now
            let owner = try await open.webhook(webhook, at: now).webhook.organisation
            return switch choice {
            case .delivery(let delivery):
                try await open.perform(ReplayDelivery(delivery: delivery, organisation: owner), at: now)
            case .from(let number):
                try await open.perform(ReplayWebhook(webhook: webhook, organisation: owner, from: number), at: now)
            }
        }
    }
}

extension TenantStore {
    fileprivate func perform<C: Command>(_ command: C, at now: Instant) async throws -> C.Outcome {
        try await store.perform(command, by: .operator, at: now)
    }

    /// The webhook, or a problem that names it.
    func webhook(_ id: WebhookID, at now: Instant, limit: Int = 0) async throws -> WebhookDetail.Answer {
        do {
            return try await store.fetch(WebhookDetail(webhook: id, limit: limit), by: .operator, at: now)
        } catch Rejection.notFound {
            throw OperatorProblem("webhook.unknown", ["There is no webhook \(id)."])
        }
    }

    /// The id of the organisation with this slug; nil stays nil.
    func organisationID(_ slug: Slug?, at now: Instant) async throws -> OrganisationID? {
        guard let slug else { return nil }
        guard let id = try await store.fetch(OrganisationOfSlug(slug), by: .operator, at: now) else {
            throw OperatorProblem("organisation.unknown", ["There is no organisation \(slug)."])
        }
        return id
    }

    func organisationSlugs(at now: Instant) async throws -> [OrganisationID: Slug] {
        let consortium = try await store.fetch(CurrentConsortium(), by: .operator, at: now)
        return Dictionary(uniqueKeysWithValues: consortium.organisations.map { ($0.id, $0.slug) })
    }
}
