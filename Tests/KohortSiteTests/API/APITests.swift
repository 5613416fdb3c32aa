import HTTPTypes
import KohortCore
import KohortTesting
import KohortWeb
import Recruitment
import Testing

@testable import KohortSite

@Suite struct `The API` {
    @Test func `turns away who has no token, but for what is public`() async throws {
        let world = try await SystemWorld.released()
        for endpoint in API.endpoints {
            let answer = try await world.send(endpoint, token: nil)
            #expect((answer.status == .unauthorized) == !endpoint.operation.isPublic, "\(endpoint.path)")
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

    @Test func `takes no cookie, not even for the language`() async throws {
        let world = try await RoundSite()
        let rounds = "\(API.root)/rounds"
        #expect(try await world.send(.get, rounds, as: .lead).status == .unauthorized)
        let client = try SystemClient(world)
        #expect(try await client.get("/rounds", token: try await client.token(.lead)).status == .ok)
        let programmes = try await client.send(.get, "/programmes", [.cookie: "kohort_language=sv"])
        #expect(programmes.text.contains("Trainee programme of the municipalities"))
    }

    @Test func `every answer has the shape that its description promises`() async throws {
        let world = try await SystemWorld.released()
        for endpoint in SystemWorld.answered where endpoint.method == .get {
            let answer = try await world.send(endpoint, token: world.token(for: endpoint))
            #expect(answer.status == .ok, "\(endpoint.path)")
            let shape = try #require(endpoint.operation.success.schema)
            #expect(shape.misfits(try answer.members) == [], "\(endpoint.path)")
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

    @Test func `a public answer is told by a tag, and spared who has it`() async throws {
        let world = try await SystemWorld.released()
        for endpoint in SystemWorld.answered where endpoint.isKept {
            let first = try await world.send(endpoint, token: nil)
            let tag = try #require(first.headers[.eTag], "\(endpoint.path)")
            let again = try await world.client.send(.get, world.path(of: endpoint), [.ifNoneMatch: tag])
            #expect(again.status == .notModified && again.text.isEmpty, "\(endpoint.path)")
            let other = try await world.client.send(.get, world.path(of: endpoint), [.ifNoneMatch: "\"other\""])
            #expect(other.status == .ok && other.text == first.text, "\(endpoint.path)")
        }
    }

    @Test func `a public answer that was kept is not given after a change`() async throws {
        let world = try await RoundSite()
        let round = try await world.round()
        _ = try await world.demand("umea", "Engineer for maps", asked: 1, in: round.id)
        let client = try SystemClient(world)
        #expect(try await !client.get("/vacancies").text.contains("Engineer for maps"))
        _ = try await world.perform(PublishCall(round: round.id, channels: [try Slug("press")]))
        #expect(try await client.get("/vacancies").text.contains("Engineer for maps"))
    }

    @Test func `another method is refused with those that there are`() async throws {
        let world = try await SystemWorld.released()
        let answer = try await world.client.send(.delete, "/matters", token: world.lead)
        #expect(answer.status == .methodNotAllowed && answer.headers[.allow] == "GET, HEAD, POST")
        #expect(answer.code == "method.not_allowed")
    }
}
