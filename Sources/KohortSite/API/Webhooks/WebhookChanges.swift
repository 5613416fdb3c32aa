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
                .post, "/webhooks", .command(AddWebhook.name),
                Operation(
                    "addWebhook", "Adds a webhook and answers with its secret, this once",
                    body: .object(["url": .text], optional: ["events": .list(.text), "employer": .slug]), .secret),
                add),
            Endpoint(
                .post, "/webhooks/{webhook}/secrets", .command(RotateWebhookSecret.name),
                Operation(
                    "rotateWebhookSecret", "Makes a new secret; the old one signs beside it for so many hours",
                    body: .object([:], optional: ["hours": .whole(from: 0, to: RotateWebhookSecret.longestHours)]),
                    .secret),
                rotate),
            Endpoint(
                .post, "/webhooks/{webhook}/replays", .command(ReplayWebhook.name),
                Operation(
                    "replayWebhook", "Sends all from an event on once more",
                    body: .object(["from": .whole(from: 1, to: nil)]), .done),
                replayFrom),
            Endpoint(
                .post, "/webhooks/{webhook}/deliveries/{delivery}/attempts", .command(ReplayDelivery.name),
                Operation("replayDelivery", "Sends one delivery once more", .done), replay),
        ] + states

    private static let states = [
        change("/suspension", "disableWebhook", "Stops a webhook; what waits for it goes on waiting") {
            DisableWebhook(webhook: $0.id, organisation: $0.organisation)
        },
        change("/resumption", "enableWebhook", "Starts a webhook again; it gets what has happened meanwhile") {
            EnableWebhook(webhook: $0.id, organisation: $0.organisation)
        },
        change("/removal", "removeWebhook", "Takes a webhook away, with the log of its deliveries") {
            RemoveWebhook(webhook: $0.id, organisation: $0.organisation)
        },
    ]

    private static func change<C: Command>(
        _ rest: String, _ id: String, _ summary: String, _ command: @escaping @Sendable (Webhook) -> C
    ) -> Endpoint {
        Endpoint(.post, "/webhooks/{webhook}" + rest, .command(C.name), Operation(id, summary, .done)) { _, visit in
            _ = try await visit.perform(command(try await visit.webhook()))
            return Response(status: .noContent)
        }
    }

    private static func add(_ request: Request, _ visit: Visit) async throws -> Response {
        // Nothing is read for somebody who has no token.
        if visit.actor == .anonymous { throw Rejection.forbidden }
        let sent: SentWebhook = try await request.json(visit.context)
        let owner = try sent.employer.map { try visit.organisation($0) }
        return secret(
            try await visit.site.kohort.addWebhook(
                sent.url, events: sent.events ?? [], of: owner, to: visit.open,
                SecretRequest(by: visit.actor, at: visit.arrival)))
    }

    private static func rotate(_ request: Request, _ visit: Visit) async throws -> Response {
        let webhook = try await visit.webhook()
        let sent: SentRotation = try await request.json(visit.context)
        return secret(
            try await visit.site.kohort.rotateSecret(
                of: webhook.id, webhook.organisation, overlapHours: sent.hours ?? 24, in: visit.open,
                SecretRequest(by: visit.actor, at: visit.arrival)))
    }

    private static func replayFrom(_ request: Request, _ visit: Visit) async throws -> Response {
        let webhook = try await visit.webhook()
        let sent: SentReplay = try await request.json(visit.context)
        _ = try await visit.perform(
            ReplayWebhook(webhook: webhook.id, organisation: webhook.organisation, from: sent.from))
        return Response(status: .noContent)
    }

    private static func replay(_ request: Request, _ visit: Visit) async throws -> Response {
        let webhook = try await visit.webhook()
        _ = try await visit.perform(
            ReplayDelivery(delivery: try visit.context.id("delivery"), organisation: webhook.organisation))
        return Response(status: .noContent)
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

extension Success {
    /// The id of a webhook and its secret.
    fileprivate static let secret = Success(
        status: .created, schema: Shape.object(["id": .id, "secret": .text]), isPaged: false)
}
