import KohortCore
import KohortStore

/// Adds an endpoint, which gets what happens from now on. Its secret is made and sealed by the caller and shown once.
package struct AddWebhook: Command {
    package static let permission = Permission.manageWebhooks
    package static let events: [any Event.Type] = [WebhookAdded.self]
    package var scope: Scope { .owner(organisation) }
    /// Of the consortium, and of each organisation.
    package static let most = 20

    package let id: WebhookID
    /// Nil for one of the consortium.
    package let organisation: OrganisationID?
    package let url: String
    package let events: [String]
    package let secret: SealedSecret

    package init(
        id: WebhookID, organisation: OrganisationID?, url: String, events: [String], secret: SealedSecret
    ) {
        (self.id, self.organisation, self.url) = (id, organisation, url)
        (self.events, self.secret) = (events, secret)
    }

    package func perform(in write: borrowing Write) throws -> MadeSecret {
        if let organisation { _ = try write.find(Organisation.self, organisation) }
        var problems: [FieldProblem] = []
        let patterns = EventPatterns(events, problems: &problems)
        let url = try accepted(write, &problems)
        try problems.throwIfAny()
        guard try Webhook.all(of: organisation, in: write.read).count < Self.most else {
            throw Rejection.conflict("webhook.too_many")
        }
        let cursor = try JournalEntry.lastNumber(in: write.read)
        try write.insert(Webhook(self, url: url, patterns: patterns, cursor: cursor, at: write.now))
        try write.record(WebhookAdded(webhook: id, organisation: organisation))
        return MadeSecret(webhook: id, secret: secret)
    }

    private func accepted(_ write: borrowing Write, _ problems: inout [FieldProblem]) throws -> String {
        do { return try write.ask(WebhookAddresses.self).accept(url) } catch Rejection.invalid(let found) {
            problems += found
            return url
        }
    }
}

extension Scope {
    /// The consortium's own things, or those of one of its organisations.
    static func owner(_ organisation: OrganisationID?) -> Scope {
        organisation.map { .organisation($0) } ?? .consortium
    }
}
