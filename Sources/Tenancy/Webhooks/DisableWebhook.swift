import KohortCore
import KohortStore

/// Stops an endpoint. What waits for it goes on waiting.
package struct DisableWebhook: Command {
    package static let permission = Permission.manageWebhooks
    package static let events: [any Event.Type] = [WebhookDisabled.self]
    package var scope: Scope { .owner(organisation) }

    package let webhook: WebhookID
    package let organisation: OrganisationID?

    package init(webhook: WebhookID, organisation: OrganisationID?) {
        (self.webhook, self.organisation) = (webhook, organisation)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let webhook = try Webhook.find(webhook, of: organisation, in: write)
        guard webhook.state == .active else { throw Rejection.conflict("webhook.disabled") }
        try webhook.disable(.byHand, in: write)
        return Done()
    }
}

extension Webhook {
    func disable(_ reason: DisableReason, in write: borrowing Write) throws {
        var webhook = self
        (webhook.state, webhook.reason) = (.disabled, reason)
        try write.update(webhook)
        try write.record(WebhookDisabled(webhook: id, organisation: organisation, reason: reason))
    }
}
