import HTTPTypes
import HummingbirdTesting
import KohortCore
import KohortWeb
import Testing

@testable import KohortSite

@Suite struct `The API` {
    /// A path with something in each capture.
    private func path(of endpoint: Endpoint, _ story: RoundStory, _ webhook: WebhookID = .new()) -> String {
        endpoint.path.replacing("{webhook}", with: webhook.description).replacing("{round}", with: "first-call")
            .replacing("{vacancy}", with: story.demands.umea.description)
    }

    @Test func `turns away who has no token, but for what is public`() async throws {
        let story = try await RoundStory.released()
        let client = try SystemClient(story.world)
        for endpoint in API.endpoints {
            let query = endpoint.operation.query.contains { $0.isRequired } ? "?round=first-call" : ""
            let answer = try await client.send(endpoint.method, path(of: endpoint, story) + query)
            #expect(answer.status == (endpoint.operation.isPublic ? .ok : .unauthorized), "\(endpoint.path)")
            #expect(!answer.text.contains("Alva"), "\(endpoint.path)")
        }
    }

    @Test func `refuses a token that is unknown, also where none is needed`() async throws {
        let client = try SystemClient(try await RoundSite())
        for token in ["kht_unknown", "other"] {
            let answer = try await client.get("/vacancies", token: token)
            #expect(answer.status == .unauthorized && answer.headers[.wwwAuthenticate] == "Bearer")
        }
        #expect(try await client.get("/vacancies").status == .ok)
    }

    @Test func `takes no cookie`() async throws {
        let world = try await RoundSite()
        let rounds = "\(API.root)/rounds"
        #expect(try await world.send(.get, rounds, as: .lead).status == .unauthorized)
        let client = try SystemClient(world)
        #expect(try await client.get("/rounds", token: try await client.token(.lead)).status == .ok)
    }

    @Test func `every answer has the shape that its description promises`() async throws {
        let story = try await RoundStory.released()
        let client = try SystemClient(story.world)
        let token = try await client.token(.lead)
        let webhook = try await story.world.webhook().webhook
        for endpoint in API.endpoints where endpoint.method == .get {
            let query = endpoint.operation.query.contains { $0.isRequired } ? "?round=first-call" : ""
            let answer = try await client.get(path(of: endpoint, story, webhook) + query, token: token)
            #expect(answer.status == .ok, "\(endpoint.path)")
            let shape = try #require(endpoint.operation.success.schema)
            let misfits = shape.misfits(try answer.members)
            #expect(misfits == [], "\(endpoint.path)")
        }
    }

    @Test func `an employer's token reads its own demands alone`() async throws {
        let client = try SystemClient(try await RoundStory.published().world)
        let path = "/rounds/first-call/demands"
        let own = try await client.get(path, token: try await client.token(.coordinator, of: "umea"))
        #expect(own.text.contains("Engineer for maps") && !own.text.contains("Engineer for roads"))
        let all = try await client.get(path, token: try await client.token(.lead))
        #expect(all.text.contains("Engineer for maps") && all.text.contains("Engineer for roads"))
    }
}
