import KohortWeb

/// The JSON API of version 1: its lines of the route table, each with its description beside it.
enum API {
    /// Below the tenant's slug.
    static let root = "/api/v1"

    static let endpoints: [Endpoint] = Array(
        [
            FunnelAPI.endpoints, EventAPI.endpoints, RoundAPI.endpoints, VacancyAPI.endpoints, DemandAPI.endpoints,
            OfferAPI.endpoints, NominationAPI.endpoints, WebhookAPI.endpoints, WebhookChanges.endpoints,
            [OpenAPIDocument.endpoint],
        ].joined())
}

extension Site {
    var apiRoutes: [Route] {
        API.endpoints.map { api($0.method, "/{tenant}" + API.root + $0.path, $0.entry, $0.handler) }
    }
}
