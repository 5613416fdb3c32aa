import KohortCore
import KohortStore

/// Takes an endpoint away, with its deliveries and the log of their attempts.
package struct RemoveWebhook: Command {
    package static let permission = Permission.manageWebhooks
    package static let events: [any Event.Type] = [WebhookRemoved.self]
    package var scope: Scope { .owner(organisation) }

    package let webhook: WebhookID
    package let organisation: OrganisationID?

    package init(webhook: WebhookID, organisation: OrganisationID?) {
        (self.webhook, self.organisation) = (webhook, organisation)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let webhook = try Webhook.find(webhook, of: organisation, in: write)
        try write.execute(
            """
            delete from webhook_attempt where delivery in
                (select id from webhook_delivery where webhook = \(webhook.id))
            """)
        try write.execute("delete from webhook_delivery where webhook = \(webhook.id)")
        try write.execute("delete from webhook where id = \(webhook.id)")
        try write.record(WebhookRemoved(webhook: webhook.id, organisation: organisation))
        return Done()
    }
}
