import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb

/// The JSON API of version 1: its lines of the route table, each with its description beside it.
enum API {
    /// Below the tenant's slug.
    static let root = "/api/v1"

    static let endpoints: [Endpoint] = Array(
        [
            FunnelAPI.endpoints, ResultsAPI.endpoints, EventAPI.endpoints, RoundAPI.endpoints, RoundChanges.endpoints,
            VacancyAPI.endpoints,
            DemandAPI.endpoints, DemandDecisions.endpoints, DemandChanges.endpoints, CandidacyAPI.endpoints,
            RoundPoolAPI.endpoints, PoolAPI.endpoints, RankingAPI.endpoints, OfferAPI.endpoints, OfferChanges.endpoints,
            NominationAPI.endpoints, NominationChanges.endpoints, ConsortiumAPI.endpoints, InterestAPI.endpoints,
            MatterAPI.endpoints, ContactAPI.endpoints, DeliveryAPI.endpoints, InvoiceAPI.endpoints,
            ChargeChanges.endpoints, InvoiceChanges.endpoints, PartyChanges.endpoints,
            WebhookAPI.endpoints, WebhookChanges.endpoints,
            [OpenAPIDocument.endpoint],
        ].joined())
}

extension Site {
    var apiRoutes: [Route] {
        API.endpoints.map { endpoint in
            api(endpoint.method, "/{tenant}" + API.root + endpoint.path, endpoint.entry) { request, visit in
                try endpoint.admit(request, visit)
                return try await endpoint.handler(request, visit)
            }
        }
    }
}

extension Endpoint {
    /// Turns away who needs a token and has none, before anything of the request is read, and an address that asks for
    /// something it does not know.
    fileprivate func admit(_ request: Request, _ visit: Visit) throws {
        if !operation.isPublic, visit.actor == .anonymous { throw WebProblem.unauthorised }
        let known = operation.query.map(\.name)
        let unknown = try QueryParameters(request).names.subtracting(known)
        guard unknown.isEmpty else { throw WebProblem.unknownQuery(unknown.sorted(), known: known) }
    }
}
