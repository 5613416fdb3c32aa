import KohortCore
import KohortStore

/// Gives an endpoint a new secret. The old one signs beside it for a while, so that the receiver can go over.
package struct RotateWebhookSecret: Command {
    package static let permission = Permission.manageWebhooks
    package static let events: [any Event.Type] = [WebhookSecretRotated.self]
    package var scope: Scope { .owner(organisation) }
    package static let longestHours = 7 * 24

    package let webhook: WebhookID
    package let organisation: OrganisationID?
    package let secret: SealedSecret
    /// How long the old secret stays good; 0 ends it at once.
    package let overlapHours: Int

    package init(webhook: WebhookID, organisation: OrganisationID?, secret: SealedSecret, overlapHours: Int = 24) {
        (self.webhook, self.organisation) = (webhook, organisation)
        (self.secret, self.overlapHours) = (secret, overlapHours)
    }

    package func perform(in write: borrowing Write) throws -> MadeSecret {
        guard (0...Self.longestHours).contains(overlapHours) else {
            throw Rejection.invalid("hours", "number.range", ["from": "0", "to": String(Self.longestHours)])
        }
        var webhook = try Webhook.find(webhook, of: organisation, in: write)
        let until = write.now.adding(.seconds(overlapHours * 3600))
        (webhook.previousSecret, webhook.previousUntil) = (webhook.secret, until)
        webhook.secret = secret
        try write.update(webhook)
        try write.record(
            WebhookSecretRotated(webhook: webhook.id, organisation: organisation, previousUntil: until))
        return MadeSecret(webhook: webhook.id, secret: secret)
    }
}
