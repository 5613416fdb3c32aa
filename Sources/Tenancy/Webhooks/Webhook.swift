import KohortCore
import KohortStore

/// An endpoint of another system that events are sent to: the consortium's, or one organisation's (BI-1).
package struct Webhook: Record, Hashable {
    package static let table: StaticString = "webhook"
    package static let columns: [StaticString] = [
        "id", "organisation", "url", "patterns", "secret", "previous_secret", "previous_until", "state", "reason",
        "cursor", "created_at", "failures", "failing_since", "paused_until",
    ]

    package let id: WebhookID
    /// Whose events it gets; nil for one of the consortium, which gets those of all.
    package let organisation: OrganisationID?
    /// As the installation's rules have taken it.
    package let url: String
    package let patterns: EventPatterns
    package var secret: SealedSecret
    /// Signs beside the new one until `previousUntil`.
    package var previousSecret: SealedSecret?
    package var previousUntil: Instant?
    package var state: WebhookState
    /// Why it is disabled.
    package var reason: DisableReason?
    /// The number of the last event of the journal that it has been asked about.
    package var cursor: Int64
    package let createdAt: Instant
    /// How many attempts have failed in a row, of whatever delivery.
    package var failures: Int
    package var failingSince: Instant?
    /// Nothing is sent before; nil when it is not resting.
    package var pausedUntil: Instant?

    init(_ command: AddWebhook, url: String, patterns: EventPatterns, cursor: Int64, at now: Instant) {
        (id, organisation, secret) = (command.id, command.organisation, command.secret)
        (self.url, self.patterns, self.cursor, createdAt) = (url, patterns, cursor, now)
        (previousSecret, previousUntil, state, reason) = (nil, nil, .active, nil)
        (failures, failingSince, pausedUntil) = (0, nil, nil)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, organisation, url) = (try tuple[0], try tuple[1], try tuple[2])
        patterns = (try tuple[3] as StoredJSON).value
        (secret, previousSecret, previousUntil) = (try tuple[4], try tuple[5], try tuple[6])
        (state, reason, cursor, createdAt) = (try tuple[7], try tuple[8], try tuple[9], try tuple[10])
        (failures, failingSince, pausedUntil) = (try tuple[11], try tuple[12], try tuple[13])
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, organisation.sqlValue, url.sqlValue, StoredJSON(patterns).sqlValue, secret.sqlValue,
            previousSecret.sqlValue, previousUntil.sqlValue, state.sqlValue, reason.sqlValue, cursor.sqlValue,
            createdAt.sqlValue, failures.sqlValue, failingSince.sqlValue, pausedUntil.sqlValue,
        ]
    }

    static let migration = Migration(
        "webhooks",
        [
            """
            create table webhook (id \(.text) primary key, organisation \(.text) references organisation (id), \
            url \(.text) not null, patterns \(.text) not null, secret \(.text) not null, previous_secret \(.text), \
            previous_until \(.integer), state \(.text) not null, reason \(.text), cursor \(.integer) not null, \
            created_at \(.integer) not null, failures \(.integer) not null, failing_since \(.integer), \
            paused_until \(.integer), check (state in ('active', 'disabled')), \
            check ((previous_secret is null) = (previous_until is null)), \
            check ((state = 'disabled') = (reason is not null)))
            """,
            WebhookDelivery.creation, WebhookDelivery.index, DeliveryAttempt.creation,
        ])
}

package enum WebhookState: String, Sendable, Codable, CaseIterable, Storable { case active, disabled }

/// Why an endpoint gets nothing more.
package enum DisableReason: String, Sendable, Codable, CaseIterable, Storable {
    case byHand = "by_hand"
    /// It answered 410.
    case gone
    /// Nothing reached it for `DeliverySchedule.longestFailing`.
    case failing
}

extension Webhook {
    /// The endpoint, if it is of this organisation (or of the consortium, where that is nil); else not found.
    static func find(
        _ id: WebhookID, of organisation: OrganisationID?, in write: borrowing Write
    ) throws -> Webhook {
        let webhook = try write.find(Webhook.self, id)
        guard webhook.organisation == organisation else { throw Rejection.notFound }
        return webhook
    }

    /// Which rows of the journal it is shown.
    var reach: Reach { organisation.map { .organisations([$0]) } ?? .all }

    /// The secrets to sign by at a time, the newest first.
    func secrets(at now: Instant) -> [SealedSecret] {
        guard let previousSecret, let previousUntil, now < previousUntil else { return [secret] }
        return [secret, previousSecret]
    }
}
