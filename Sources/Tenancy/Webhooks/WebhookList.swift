import KohortCore
import KohortStore

/// The endpoints of one organisation, or all in the consortium, oldest first, each with what waits for it.
package struct WebhookList: Query {
    package static let permission = Permission.readWebhooks
    package var scope: Scope { .owner(organisation) }
    /// Nil for all.
    package let organisation: OrganisationID?

    package init(organisation: OrganisationID? = nil) { self.organisation = organisation }

    package struct Line: Hashable, Sendable {
        package let webhook: Webhook
        package let pending: Int
        /// What failed for good or was given up.
        package let failed: Int
    }

    package func fetch(in read: borrowing Read) throws -> [Line] {
        let condition: SQL = organisation.map { "where organisation = \($0)" } ?? ""
        return try read.all(Webhook.self, "\(condition) order by created_at, id").map { webhook in
            Line(
                webhook: webhook, pending: try count("state = 'pending'", of: webhook, in: read),
                failed: try count("state in ('failed', 'given_up')", of: webhook, in: read))
        }
    }

    private func count(_ condition: SQL, of webhook: Webhook, in read: borrowing Read) throws -> Int {
        try read.count("select count(*) from webhook_delivery where webhook = \(webhook.id) and \(condition)")
    }
}

extension Webhook {
    /// Those of one organisation, or the consortium's own.
    static func all(of organisation: OrganisationID?, in read: borrowing Read) throws -> [Webhook] {
        let owner: SQL = organisation.map { "organisation = \($0)" } ?? "organisation is null"
        return try read.all(Webhook.self, "where \(owner) order by created_at, id")
    }
}
