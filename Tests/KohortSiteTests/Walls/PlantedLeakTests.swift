import HTTPTypes
import HummingbirdTesting
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import NIOCore
import Tenancy
import Testing

@testable import KohortSite

/// The walls' tests see a fault that is put there for them to see.
struct PlantedLeakTests {
    /// Whoever asks and wherever they ask: the endpoints of the first consortium, as an operator reads them.
    private static let planted: @Sendable (Kohort) -> [Route] = { kohort in
        [
            Route(.get, "/{tenant}/planted", .query("Planted"), for: .page) { _, context in
                let urls = try await kohort.use(try Slug("alfa")) { open in
                    try await open.store.fetch(WebhookList(), by: .operator, at: context.arrival).map {
                        "\($0.webhook.url)"
                    }
                }
                return .html(ByteBuffer(string: urls.joined(separator: "\n")))
            }
        ]
    }

    @Test func `a query without its scope is seen, and the page with it is clean`() async throws {
        let site = try await WallSite(at: "2027-01-11T10:00:00Z", more: Self.planted)
        var credentials: [Credential] = []
        for slug in ["alfa", "beta"] {
            let tenant = try await WallTenant(slug, in: site)
            let token = try await tenant.token(.lead)
            try await tenant.made("/webhooks", #"{"url":"https://\#(slug).example/\#(tenant.secret)"}"#, by: token)
            let cookie = try await tenant.cookie("lead@\(slug).example", .lead, on: .consortium)
            credentials.append(Credential(cookie: cookie))
        }
        let leaking = try await site.send(.get("/beta/planted", as: credentials[1]))
        #expect(WallJudge.leaks(leaking, ["Alfasec", "Gamasec"]) == ["Alfasec"])
        let stranger = try await site.send(.get("/beta/planted", as: .none))
        #expect(!WallJudge.isRefusal(stranger))

        let own = try await site.send(.get("/beta/staff/integrations", as: credentials[1]))
        #expect(own.status == .ok && WallJudge.leaks(own, ["Alfasec", "Betasec"]) == ["Betasec"])
        let foreign = try await site.send(.get("/beta/staff/integrations", as: credentials[0]))
        #expect(WallJudge.isRefusal(foreign) && WallJudge.leaks(foreign, ["Alfasec", "Betasec"]) == [])
    }
}
