import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

/// One endpoint: what it was sent, and what can be done about it.
enum IntegrationDesk {
    static func show(_ request: Request, _ room: IntegrationsRoom) async throws -> Response {
        try await page(room, notice: room.visit.doneNotice(try QueryParameters(request)))
    }

    /// Answers with the secret instead of leading on: it is shown this once.
    static func rotate(_ request: Request, _ room: IntegrationsRoom) async throws -> Response {
        let webhook = try await room.webhook()
        let typed = try await request.form(room.visit.context)
        return try await room.visit.attempt(typed) {
            guard let hours = Int(typed.text("hours")) else { throw Rejection.invalid("hours", "number.invalid") }
            let shown = try await room.visit.site.kohort.rotateSecret(
                of: webhook.id, webhook.organisation, overlapHours: hours, in: room.visit.open,
                SecretRequest(by: room.visit.actor, at: room.visit.arrival, idempotency: OnceKey.key(of: typed)))
            return try room.visit.page(WebhookSecretScreen(room, shown))
        } or: {
            try await page(room, refusal: $0, notice: $0.notice(room.visit))
        }
    }

    static func disable(_ request: Request, _ room: IntegrationsRoom) async throws -> Response {
        try await change(room, "disabled") { DisableWebhook(webhook: $0.id, organisation: $0.organisation) }
    }

    static func enable(_ request: Request, _ room: IntegrationsRoom) async throws -> Response {
        try await change(room, "enabled") { EnableWebhook(webhook: $0.id, organisation: $0.organisation) }
    }

    static func remove(_ request: Request, _ room: IntegrationsRoom) async throws -> Response {
        let webhook = try await room.webhook()
        _ = try await room.visit.perform(RemoveWebhook(webhook: webhook.id, organisation: webhook.organisation))
        return room.visit.redirect(room.path("?done=webhook.removed"))
    }

    static func replay(_ request: Request, _ room: IntegrationsRoom) async throws -> Response {
        let delivery = try room.visit.context.id("delivery", as: DeliveryID.self)
        return try await change(room, "replayed") {
            ReplayDelivery(delivery: delivery, organisation: $0.organisation)
        }
    }

    static func replayFrom(_ request: Request, _ room: IntegrationsRoom) async throws -> Response {
        let webhook = try await room.webhook()
        let typed = try await request.form(room.visit.context)
        return try await room.visit.attempt(typed) {
            guard let from = Int64(typed.text("from")) else { throw Rejection.invalid("from", "number.invalid") }
            _ = try await room.visit.perform(
                ReplayWebhook(webhook: webhook.id, organisation: webhook.organisation, from: from))
            return room.visit.redirect(room.path("/\(webhook.id)?done=webhook.replayed"))
        } or: {
            try await page(room, refusal: $0, notice: $0.notice(room.visit))
        }
    }

    private static func change<C: Command>(
        _ room: IntegrationsRoom, _ done: String, _ command: (Webhook) -> C
    ) async throws -> Response {
        let webhook = try await room.webhook()
        return try await room.visit.attempt(Form()) {
            _ = try await room.visit.perform(command(webhook))
            return room.visit.redirect(room.path("/\(webhook.id)?done=webhook.\(done)"))
        } or: {
            try await page(room, notice: $0.notice(room.visit), status: $0.status)
        }
    }

    private static func page(
        _ room: IntegrationsRoom, refusal: Refusal? = nil, notice: DeskNotice?, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let detail = try await room.detail()
        return try room.visit.page(
            IntegrationScreen(room, detail, refusal, notice), status: refusal?.status ?? status)
    }
}
