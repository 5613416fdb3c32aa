import KohortCore

/// Something happened to an endpoint; for those whose it is.
package protocol WebhookEvent: Event {
    var webhook: WebhookID { get }
    /// Nil for an endpoint of the consortium.
    var organisation: OrganisationID? { get }
}

extension WebhookEvent {
    package var subject: Subject { Subject("webhook", webhook) }
    package var audience: Audience { organisation.map { .organisation($0) } ?? .consortium }
}

/// An endpoint was added. It is the first event that the endpoint itself gets, if it wants it.
package struct WebhookAdded: WebhookEvent {
    package static let name = "tenancy.webhook.added"
    package let webhook: WebhookID
    package let organisation: OrganisationID?
}

/// An endpoint got a new secret; until when the old one signs beside it.
package struct WebhookSecretRotated: WebhookEvent {
    package static let name = "tenancy.webhook.secret_rotated"
    package let webhook: WebhookID
    package let organisation: OrganisationID?
    package let previousUntil: Instant
}

/// An endpoint gets nothing more until it is enabled again.
package struct WebhookDisabled: WebhookEvent {
    package static let name = "tenancy.webhook.disabled"
    package let webhook: WebhookID
    package let organisation: OrganisationID?
    package let reason: DisableReason
}

/// A disabled endpoint goes on where it stopped.
package struct WebhookEnabled: WebhookEvent {
    package static let name = "tenancy.webhook.enabled"
    package let webhook: WebhookID
    package let organisation: OrganisationID?
}

/// An endpoint was taken away with its deliveries.
package struct WebhookRemoved: WebhookEvent {
    package static let name = "tenancy.webhook.removed"
    package let webhook: WebhookID
    package let organisation: OrganisationID?
}

/// Events are sent to an endpoint once more; in no feed, since a replay must not make events to replay.
package struct WebhookReplayed: Event {
    package static let name = "tenancy.webhook.replayed"
    package let webhook: WebhookID
    /// The first event that is sent again.
    package let from: Int64
    package var subject: Subject { Subject("webhook", webhook) }
    package var audience: Audience { .internal }
}
