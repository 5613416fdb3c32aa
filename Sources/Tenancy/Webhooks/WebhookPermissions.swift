import KohortCore

extension Permission {
    package static let readWebhooks = Permission("tenancy.webhook.read")
    /// Adds, disables and removes endpoints and makes them new secrets.
    package static let manageWebhooks = Permission("tenancy.webhook.manage")
    package static let replayWebhooks = Permission("tenancy.webhook.replay")
    /// Takes events into deliveries and tells how they went; the daemon's own.
    package static let deliverWebhooks = Permission("tenancy.webhook.deliver")
}
