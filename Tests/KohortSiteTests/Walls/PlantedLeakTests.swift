import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import KohortWeb
import Logging
import NIOCore
import Tenancy
import Testing

@testable import KohortSite

/// The walls' tests see faults that are put there for them to see: what a planted line of the route table leaks in a body,
/// in a header or in the log is held against by the same two functions as every real line.
struct PlantedLeakTests {
    /// Whoever asks and wherever they ask: the endpoints of the first consortium, as an operator reads them.
    private static let planted: @Sendable (Kohort) -> [Route] = { kohort in
        ["body", "header", "log"].map { place in
            Route(.get, "/{tenant}/planted/\(place)", .query("Planted"), for: .page) { _, context in
                let leak = try await kohort.use(try Slug("alfa")) { open in
                    try await open.store.fetch(WebhookList(), by: .operator, at: context.arrival).map {
                        "\($0.webhook.url)"
                    }
                }.joined(separator: " ")
                if place == "log" { context.logger.info("planted", metadata: ["url": "\(leak)"]) }
                var answer = Response.html(ByteBuffer(string: place == "body" ? leak : "nothing"))
                if place == "header" { answer.headers[.eTag] = leak }
                return answer
            }
        }
    }

    private static func site() async throws -> (WallSite, [Credential]) {
        let site = try await WallSite(at: "2027-01-11T10:00:00Z", more: planted)
        var credentials: [Credential] = []
        for slug in ["alfa", "beta"] {
            let tenant = try await WallTenant(slug, in: site)
            let token = try await tenant.token(.lead)
            try await tenant.made("/webhooks", #"{"url":"https://\#(slug).example/\#(tenant.secret)"}"#, by: token)
            let cookie = try await tenant.cookie("lead@\(slug).example", .lead, on: .consortium)
            credentials.append(Credential(cookie: cookie))
        }
        return (site, credentials)
    }

    @Test(arguments: ["body", "header"])
    func `a query without its scope is seen, and the page with it is clean`(place: String) async throws {
        let (site, credentials) = try await Self.site()
        let leaking = try await site.send(.get("/beta/planted/\(place)", as: credentials[1]))
        #expect(leaking.status == .ok)
        #expect(WallJudge.leaks(leaking, ["Alfasec"]) == ["Alfasec"])
        let stranger = try await site.send(.get("/beta/planted/\(place)", as: .none))
        #expect(!WallJudge.isRefusal(stranger))

        let own = try await site.send(.get("/beta/staff/integrations", as: credentials[1]))
        #expect(own.status == .ok && WallJudge.leaks(own, ["Alfasec", "Betasec"]) == ["Betasec"])
        let foreign = try await site.send(.get("/beta/staff/integrations", as: credentials[0]))
        #expect(WallJudge.isRefusal(foreign) && WallJudge.leaks(foreign, ["Alfasec", "Betasec"]) == [])
    }

    @Test func `a line of the log with another's word is seen, and the log before it is clean`() async throws {
        let (site, credentials) = try await Self.site()
        _ = try await site.send(.get("/beta/staff/integrations", as: credentials[1]))
        #expect(WallJudge.leaks(site.logs, ["Alfasec", "Betasec"]) == [])
        _ = try await site.send(.get("/beta/planted/log", as: credentials[1]))
        #expect(WallJudge.leaks(site.logs, ["Alfasec", "Betasec"]) == ["Alfasec"])
    }
}
