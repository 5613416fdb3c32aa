import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `Nominations by another system` {
    private let hire = #"""
        {"round":"first-call","name":"Nils Ny","email":"nils@people.example","field":"Energy","hired_on":"2027-01-10"}
        """#

    @Test func `enrol somebody once, until they are taken back`() async throws {
        let world = try await SystemWorld.released()
        let path = "/employers/ornskoldsvik/nominations"
        let first = try await world.client.post(path, hire, token: world.coordinator)
        #expect(first.status == .created)
        #expect(try await world.client.post(path, hire, token: world.coordinator).code == "nomination.already_made")
        let listed = try await world.client.get("/rounds/first-call/nominations", token: world.lead)
        #expect(listed.text.contains(#""id":"\#(first.id)""#) && listed.text.contains(#""contract":"permanent""#))

        let withdrawal = "\(path)/\(first.id)/withdrawal"
        #expect(try await world.client.post(withdrawal, token: world.coordinator).status == .noContent)
        #expect(try await world.client.post(withdrawal, token: world.coordinator).code == "nomination.withdrawn")
        #expect(try await world.client.post(path, hire, token: world.coordinator).status == .created)
    }

    @Test func `name a round that there is`() async throws {
        let world = try await SystemWorld.released()
        let answer = try await world.client.post(
            "/employers/ornskoldsvik/nominations", hire.replacing("first-call", with: "second-call"),
            token: world.coordinator)
        #expect(answer.problems == ["round: choice.unknown"])
    }
}
