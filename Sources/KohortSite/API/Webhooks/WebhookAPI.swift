import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

/// Endpoints that events are sent to, and what they were sent (BI-1).
enum WebhookAPI {
    static let endpoints = [
        Endpoint(
            .get, "/webhooks", .query(WebhookList.name),
            Operation(
                "listWebhooks", "Webhooks: those of one employer, or all for the programme office",
                query: [Parameter("employer", .slug, "The slug of an employer")],
                .ok(.object(["webhooks": .list(.webhook)])), refusals: [.notFound])
        ) { request, visit in
            let employer = try QueryParameters(request)["employer"]
            let organisation = try employer.map { try visit.organisation($0) }
            let lines = try await visit.fetch(WebhookList(organisation: organisation))
            let named = try lines.map { ($0, try visit.ownerName(of: $0.webhook)) }
            return .json { json in
                json.object { $0.member("webhooks", list: named) { $0.webhook($1.0.webhook, of: $1.1) } }
            }
        },
        Endpoint(
            .get, "/webhooks/{webhook}", .query(WebhookDetail.name),
            Operation("showWebhook", "One webhook and its newest deliveries with their attempts", .ok(.webhookDetail))
        ) { _, visit in
            let detail = try await visit.fetch(WebhookDetail(webhook: try visit.context.id("webhook")))
            let owner = try visit.ownerName(of: detail.webhook)
            return .json { json in
                json.object { json in
                    json.member("webhook") { $0.webhook(detail.webhook, of: owner) }
                    json.member("deliveries", list: detail.deliveries) { $0.delivery($1) }
                }
            }
        },
    ]
}

extension Visit {
    /// The organisation with this slug.
    func organisation(_ slug: String) throws(Rejection) -> OrganisationID {
        guard let entry = consortium.organisations.first(where: { $0.slug.text == slug }) else { throw .notFound }
        return entry.id
    }

    /// The webhook that the address names.
    func webhook() async throws -> Webhook {
        try await fetch(WebhookDetail(webhook: try context.id("webhook"), limit: 0)).webhook
    }

    fileprivate func ownerName(of webhook: Webhook) throws -> OrganisationName? {
        try webhook.organisation.map { try organisationName($0) }
    }
}

extension Shape {
    fileprivate static let webhook = Shape.object([
        "id": .id, "url": .text, "organisation": .nullable(.organisation), "events": .list(.text),
        "state": .choice(WebhookState.self), "reason": .nullable(.choice(DisableReason.self)), "created_at": .instant,
        "previous_secret_until": .nullable(.instant),
    ])

    fileprivate static let webhookDetail = Shape.object([
        "webhook": webhook,
        "deliveries": .list(
            .object([
                "id": .id, "message_id": .text, "sequence": .integer, "type": .text,
                "state": .choice(DeliveryState.self), "due_at": .nullable(.instant),
                "attempts": .list(
                    .object([
                        "at": .instant, "status": .nullable(.integer), "failure": .nullable(.text),
                        "milliseconds": .count, "answer": .text,
                    ])),
            ])),
    ])
}

extension JSONWriter {
    fileprivate mutating func webhook(_ webhook: Webhook, of owner: OrganisationName?) {
        object { json in
            json.member("id", webhook.id)
            json.member("url", webhook.url)
            json.member("organisation") { json in
                guard let id = webhook.organisation, let owner else { return json.null() }
                json.organisation(id, owner)
            }
            json.member("events", list: webhook.patterns.texts) { $0.value($1) }
            json.member("state", webhook.state.rawValue)
            json.member("reason", webhook.reason?.rawValue)
            json.member("created_at", webhook.createdAt)
            json.member("previous_secret_until", webhook.previousUntil)
        }
    }

    fileprivate mutating func delivery(_ tried: WebhookDetail.Tried) {
        object { json in
            json.member("id", tried.delivery.id)
            json.member("message_id", tried.delivery.messageID)
            json.member("sequence", tried.delivery.event)
            json.member("type", tried.delivery.name)
            json.member("state", tried.delivery.state.rawValue)
            json.member("due_at", tried.delivery.state == .pending ? tried.delivery.dueAt : nil)
            json.member("attempts", list: tried.attempts) { json, attempt in
                json.object { json in
                    json.member("at", attempt.at)
                    json.member("status", attempt.status)
                    json.member("failure", attempt.failure)
                    json.member("milliseconds", attempt.milliseconds)
                    json.member("answer", attempt.answer)
                }
            }
        }
    }
}
