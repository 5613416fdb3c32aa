import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `Offers made by another system` {
    private func offer(_ world: SystemWorld, _ candidate: Int) -> String {
        let (demand, candidacy) = (world.story.demands.ornskoldsvik, world.story.candidacies[candidate])
        return #"{"demand":"\#(demand)","candidacy":"\#(candidacy)","contract":"temporary"}"#
    }

    @Test func `take places and give them back`() async throws {
        let world = try await SystemWorld.released()
        let path = "/employers/ornskoldsvik/offers"
        let first = try await world.client.post(path, offer(world, 0), token: world.coordinator)
        #expect(first.status == .created)
        #expect(
            try await world.client.post(path, offer(world, 0), token: world.coordinator).code == "offer.already_made")
        #expect(try await world.client.post(path, offer(world, 1), token: world.coordinator).status == .created)
        #expect(
            try await world.client.post(path, offer(world, 2), token: world.coordinator).code == "offer.no_place_left")
        #expect(try await world.client.post(path, offer(world, 2), token: world.lead).status == .forbidden)

        let withdrawal = "\(path)/\(first.id)/withdrawal"
        #expect(try await world.client.post(withdrawal, token: world.coordinator).status == .noContent)
        #expect(try await world.client.post(withdrawal, token: world.coordinator).code == "offer.not_open")
        #expect(try await world.client.post(path, offer(world, 2), token: world.coordinator).status == .created)
        let listed = try await world.client.get("/rounds/first-call/offers", token: world.lead)
        #expect(listed.text.contains(#""id":"\#(first.id)""#) && listed.text.contains(#""state":"withdrawn""#))
    }

    @Test func `are of the employer's own places alone`() async throws {
        let world = try await SystemWorld.released()
        let foreign = offer(world, 0).replacing(
            world.story.demands.ornskoldsvik.description, with: world.story.demands.umea.description)
        let answer = try await world.client.post("/employers/ornskoldsvik/offers", foreign, token: world.coordinator)
        #expect(answer.status == .notFound)
        let umea = try await world.client.token(.coordinator, of: "umea")
        #expect(try await world.client.post("/employers/umea/offers", foreign, token: umea).status == .created)
    }

    @Test func `that are repeated are made once`() async throws {
        let world = try await SystemWorld.released()
        let path = "/employers/ornskoldsvik/offers"
        let first = try await world.client.post(path, offer(world, 0), token: world.coordinator, key: "o1")
        let again = try await world.client.post(path, offer(world, 0), token: world.coordinator, key: "o1")
        #expect(first.status == .created && again.status == .created && first.id == again.id)
        let listed = try await world.client.get("/rounds/first-call/offers", token: world.coordinator).members
        #expect((listed["offers"] as? [Any])?.count == 1)
    }
}
