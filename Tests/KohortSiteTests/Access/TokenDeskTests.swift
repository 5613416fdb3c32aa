import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `Tokens for other systems` {
    private let umea = RoundSite.Visitor.coordinator("umea")

    private func fields(_ role: String, _ scopes: [String] = [], days: String = "90") -> [(String, String)] {
        [("name", "Website"), ("role", role), ("days", days)] + scopes.map { ("scopes", $0) }
    }

    private func token(_ answer: TestResponse) throws -> String {
        String(try #require(answer.text.firstMatch(of: /kht_[A-Za-z0-9_-]{43}/)).output)
    }

    private func get(_ path: String, _ token: String, _ world: RoundSite) async throws -> HTTPResponse.Status {
        try await world.send(.get, "/api/v1" + path, as: .nobody, authorization: "Bearer \(token)").status
    }

    @Test func `are shown once, work, and end when they are revoked`() async throws {
        let world = try await RoundSite()
        let made = try await world.send(.post, "/staff/tokens", as: .lead, fields("integration"))
        let token = try token(made)
        let list = try await world.send(.get, "/staff/tokens", as: .lead)
        #expect(list.text.contains("Website") && list.text.contains("not yet") && !list.text.contains(token))
        #expect(try await get("/rounds", token, world) == .ok)
        #expect(!(try await world.send(.get, "/staff/tokens", as: .lead).text.contains("not yet")))
        let revoke = try #require(list.text.firstMatch(of: /action="([^"]+\/revocation)"/)).output.1
        #expect(try await world.send(.post, String(revoke), as: .lead).status == .seeOther)
        #expect(try await get("/rounds", token, world) == .unauthorized)
    }

    @Test func `reach as far as their parts`() async throws {
        let world = try await RoundSite()
        let narrow = try token(
            try await world.send(.post, "/staff/tokens", as: .lead, fields("integration", ["recruitment"])))
        let wide = try token(try await world.send(.post, "/staff/tokens", as: .lead, fields("integration")))
        #expect(try await get("/rounds", narrow, world) == .ok)
        #expect(try await get("/events", narrow, world) == .forbidden)
        #expect(try await get("/events", wide, world) == .ok)
    }

    @Test func `of an employer are its coordinator's, and no wider than the employer`() async throws {
        let world = try await RoundStory.released().world
        let made = try await world.send(.post, "/employer/umea/tokens", as: umea, fields("coordinator"))
        let token = try token(made)
        #expect(try await get("/employers/umea/pool?round=first-call", token, world) == .ok)
        #expect(try await get("/employers/pitea/pool?round=first-call", token, world) == .notFound)
        let pitea = RoundSite.Visitor.coordinator("pitea")
        #expect(try await world.send(.get, "/employer/umea/tokens", as: pitea).status == .notFound)
        #expect(!(try await world.send(.get, "/employer/pitea/tokens", as: pitea).text.contains("Website")))
        let list = try await world.send(.get, "/employer/umea/tokens", as: umea)
        let revoke = String(try #require(list.text.firstMatch(of: /action="([^"]+\/revocation)"/)).output.1)
        let moved = revoke.replacing("/umea/", with: "/pitea/")
        #expect(try await world.send(.post, moved, as: pitea).status == .notFound)
        #expect(try await world.send(.post, revoke, as: umea).status == .seeOther)
    }

    @Test func `can do no more than who makes them`() async throws {
        let world = try await RoundSite()
        #expect(
            try await world.send(.post, "/employer/umea/tokens", as: umea, fields("lead")).status
                == .unprocessableContent)
        func making(_ role: Role) async throws -> CreateToken {
            CreateToken(
                id: .new(at: world.now), name: "Website", role: .init(role, on: try await world.place("umea")),
                secretHash: Secret().hash, days: 1)
        }
        let finance = try await making(.finance)
        await #expect(throws: Rejection.forbidden) { try await world.perform(finance, as: umea) }
        _ = try await world.perform(try await making(.coordinator), as: umea)
    }

    @Test(arguments: [("0", HTTPResponse.Status.unprocessableContent), ("367", .unprocessableContent), ("366", .ok)])
    func `end within a year`(days: String, status: HTTPResponse.Status) async throws {
        let world = try await RoundSite()
        let answer = try await world.send(.post, "/staff/tokens", as: .lead, fields("integration", days: days))
        #expect(answer.status == status)
    }
}
