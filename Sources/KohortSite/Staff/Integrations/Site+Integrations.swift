import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

extension Site {
    /// The programme office's, and each employer's own.
    var integrationRoutes: [Route] {
        integrations("/{tenant}/staff/integrations") { IntegrationsRoom($0) }
            + integrations("/{tenant}/employer/{employer}/integrations") {
                IntegrationsRoom(try EmployerVisit($0, [.coordinator]))
            }
    }

    private func integrations(
        _ all: String, _ room: @escaping @Sendable (Visit) throws -> IntegrationsRoom
    ) -> [Route] {
        let one = all + "/{webhook}"
        let deeds: [(String, Route.Entry, @Sendable (Request, IntegrationsRoom) async throws -> Response)] = [
            (all, .command(AddWebhook.name), IntegrationsDesk.add),
            (one + "/secrets", .command(RotateWebhookSecret.name), IntegrationDesk.rotate),
            (one + "/suspension", .command(DisableWebhook.name), IntegrationDesk.disable),
            (one + "/resumption", .command(EnableWebhook.name), IntegrationDesk.enable),
            (one + "/removal", .command(RemoveWebhook.name), IntegrationDesk.remove),
            (one + "/replays", .command(ReplayWebhook.name), IntegrationDesk.replayFrom),
            (one + "/deliveries/{delivery}/attempts", .command(ReplayDelivery.name), IntegrationDesk.replay),
        ]
        return [
            page(.get, all, .query(WebhookList.name)) { try await IntegrationsDesk.show($0, try room($1)) },
            page(.get, one, .query(WebhookDetail.name)) { try await IntegrationDesk.show($0, try room($1)) },
        ]
            + deeds.map { path, entry, deed in
                page(.post, path, entry) { try await deed($0, try room($1)) }
            }
    }
}
