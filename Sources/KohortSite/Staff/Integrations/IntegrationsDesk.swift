import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortWeb
import Tenancy

/// Other systems that events are sent to (BI-1): which there are, and new ones.
enum IntegrationsDesk {
    static func show(_ request: Request, _ room: IntegrationsRoom) async throws -> Response {
        try await page(room, notice: room.visit.doneNotice(try QueryParameters(request)))
    }

    /// Answers with the secret instead of leading on: it is shown this once.
    static func add(_ request: Request, _ room: IntegrationsRoom) async throws -> Response {
        let typed = try await request.form(room.visit.context)
        return try await room.visit.attempt(typed) {
            // What happens is sent there from now on, whoever is signed in.
            try room.visit.requireFresh()
            let shown = try await room.visit.site.kohort.addWebhook(
                typed.text("url"), events: typed.text("events").patterns, of: try room.owner(typed),
                to: room.visit.open,
                SecretRequest(by: room.visit.actor, at: room.visit.arrival, idempotency: OnceKey.key(of: typed)))
            return try room.visit.page(WebhookSecretScreen(room, shown))
        } or: {
            try await page(room, refusal: $0, notice: $0.notice(room.visit))
        }
    }

    private static func page(
        _ room: IntegrationsRoom, refusal: Refusal? = nil, notice: DeskNotice?
    ) async throws -> Response {
        let lines = try await room.webhooks()
        return try room.visit.page(IntegrationsScreen(room, lines, refusal, notice), status: refusal?.status ?? .ok)
    }
}

extension String {
    /// The words of a text that has them on lines of their own, or with commas or spaces between.
    fileprivate var patterns: [String] { split { $0.isWhitespace || $0 == "," }.map(String.init) }
}
