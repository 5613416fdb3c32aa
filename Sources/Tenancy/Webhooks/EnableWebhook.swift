import KohortCore
import KohortStore

/// Starts a disabled endpoint again. It gets all that has happened meanwhile.
package struct EnableWebhook: Command {
    package static let permission = Permission.manageWebhooks
    package static let events: [any Event.Type] = [WebhookEnabled.self]
    package var scope: Scope { .owner(organisation) }

    package let webhook: WebhookID
    package let organisation: OrganisationID?

    package init(webhook: WebhookID, organisation: OrganisationID?) {
        (self.webhook, self.organisation) = (webhook, organisation)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        var webhook = try Webhook.find(webhook, of: organisation, in: write)
        guard webhook.state == .disabled else { throw Rejection.conflict("webhook.active") }
        (webhook.state, webhook.reason) = (.active, nil)
        (webhook.failures, webhook.failingSince, webhook.pausedUntil) = (0, nil, nil)
        try write.update(webhook)
        try write.record(WebhookEnabled(webhook: webhook.id, organisation: organisation))
        return Done()
    }
}
