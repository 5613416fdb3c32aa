import Foundation
import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortOutbound
import KohortStore
import KohortWeb
import Tenancy

/// Adding webhooks, and what can be done with one.
enum WebhookChanges {
    static let endpoints =
        [
            Endpoint(
                post: "/webhooks", AddWebhook.self,
                Operation(
                    "addWebhook", "Adds a webhook and answers with its secret, this once",
                    body: .form(["url": .text], optional: ["events": .list(.text), "employer": .slug]), .secret,
                    refusals: [.notFound]),
                add),
            Endpoint(
                post: "/webhooks/{webhook}/secrets", RotateWebhookSecret.self,
                Operation(
                    "rotateWebhookSecret", "Makes a new secret; the old one signs beside it for so many hours",
                    body: .form([:], optional: ["hours": .whole(from: 0, to: RotateWebhookSecret.longestHours)]),
                    .secret),
                rotate),
            Endpoint(
                post: "/webhooks/{webhook}/replays", ReplayWebhook.self,
                Operation(
                    "replayWebhook", "Sends all from an event on once more",
                    body: .form(["from": .whole(from: 1, to: nil)]), .done, refusals: [.conflict])
            ) { change in
                let webhook = try await change.visit.webhook()
                let sent: SentReplay = try change.read()
                return try await change.done(
                    ReplayWebhook(webhook: webhook.id, organisation: webhook.organisation, from: sent.from))
            },
            Endpoint(
                post: "/webhooks/{webhook}/deliveries/{delivery}/attempts", ReplayDelivery.self,
                Operation("replayDelivery", "Sends one delivery once more", .done, refusals: [.conflict])
            ) { change in
                let webhook = try await change.visit.webhook()
                return try await change.done(
                    ReplayDelivery(
                        delivery: try change.visit.context.id("delivery"), organisation: webhook.organisation))
            },
        ] + states

    private static let states = [
        state("/suspension", "disableWebhook", "Stops a webhook; what waits for it goes on waiting") {
            DisableWebhook(webhook: $0.id, organisation: $0.organisation)
        },
        state("/resumption", "enableWebhook", "Starts a webhook again; it gets what has happened meanwhile") {
            EnableWebhook(webhook: $0.id, organisation: $0.organisation)
        },
        state("/removal", "removeWebhook", "Takes a webhook away, with the log of its deliveries") {
            RemoveWebhook(webhook: $0.id, organisation: $0.organisation)
        },
    ]

    private static func state<C: Command>(
        _ rest: String, _ id: String, _ summary: String, _ command: @escaping @Sendable (Webhook) -> C
    ) -> Endpoint {
        Endpoint(
            post: "/webhooks/{webhook}" + rest, C.self, Operation(id, summary, .done, refusals: [.conflict])
        ) { change in
            try await change.done(command(try await change.visit.webhook()))
        }
    }

    private static func add(_ change: Change) async throws -> Response {
        let (visit, sent): (Visit, SentWebhook) = (change.visit, try change.read())
        let owner = try sent.employer.map { try visit.organisation($0) }
        return secret(
            try await visit.site.kohort.addWebhook(
                sent.url, events: sent.events ?? [], of: owner, to: visit.open, change.secretRequest))
    }

    private static func rotate(_ change: Change) async throws -> Response {
        let (visit, sent): (Visit, SentRotation) = (change.visit, try change.read())
        let webhook = try await visit.webhook()
        return secret(
            try await visit.site.kohort.rotateSecret(
                of: webhook.id, webhook.organisation, overlapHours: sent.hours ?? 24, in: visit.open,
                change.secretRequest))
    }

    private static func secret(_ shown: ShownSecret) -> Response {
        .json(.created) { json in
            json.object { json in
                json.member("id", shown.webhook)
                json.member("secret", shown.secret.text)
            }
        }
    }
}

private struct SentWebhook: Decodable {
    let url: String
    let events: [String]?
    let employer: String?
}

private struct SentRotation: Decodable { let hours: Int? }
private struct SentReplay: Decodable { let from: Int64 }

extension Change {
    fileprivate var secretRequest: SecretRequest {
        SecretRequest(by: visit.actor, at: visit.arrival, idempotency: key)
    }
}

extension Success {
    /// The id of a webhook and its secret.
    fileprivate static let secret = Success(
        status: .created, schema: Shape.object(["id": .id, "secret": .text]), isPaged: false)
}
