import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `A request that is repeated` {
    private let matter = #"{"kind":"legal","title":"Who signs?"}"#
    private let draft = #"{"name":"Ebba Ek","email":"ebba@people.example"}"#

    private func matters(_ world: SystemWorld) async throws -> Int {
        let answer = try await world.client.get("/matters", token: world.lead)
        return (try answer.members["matters"] as? [Any])?.count ?? -1
    }

    @Test func `is answered as the first time and done once`() async throws {
        let world = try await SystemWorld.released()
        let first = try await world.client.post("/matters", matter, token: world.lead, key: "k1")
        let again = try await world.client.post("/matters", matter, token: world.lead, key: "k1")
        #expect(first.status == .created && first.text == again.text && !first.id.isEmpty)
        #expect(try await matters(world) == 1)
        let other = try await world.client.post("/matters", matter, token: world.lead, key: "k2")
        #expect(other.id != first.id)
        #expect(try await matters(world) == 2)
    }

    @Test func `with another body is refused, and so is one at another address`() async throws {
        let world = try await SystemWorld.released()
        let first = try await world.client.post("/matters", matter, token: world.lead, key: "k1")
        let changed = #"{"kind":"economic","title":"Who pays?"}"#
        let body = try await world.client.post("/matters", changed, token: world.lead, key: "k1")
        #expect(body.status == .unprocessableContent)
        #expect(body.problems == ["Idempotency-Key: idempotency.reused"])
        let path = "/matters/\(first.id)/settlement"
        let address = try await world.client.post(path, #"{"settlement":""}"#, token: world.lead, key: "k1")
        #expect(address.problems == ["Idempotency-Key: idempotency.reused"])
        #expect(try await matters(world) == 1)
        #expect(
            try await world.client.post(path, #"{"settlement":""}"#, token: world.lead, key: "k2").status == .noContent)
    }

    @Test func `is another token's own when that one has the same key`() async throws {
        let world = try await SystemWorld.released()
        let other = try await world.client.token(.lead)
        let first = try await world.client.post("/matters", matter, token: world.lead, key: "k1")
        let second = try await world.client.post("/matters", matter, token: other, key: "k1")
        #expect(second.status == .created && second.id != first.id)
    }

    @Test func `may be tried again after a refusal`() async throws {
        let world = try await SystemWorld.released()
        let wrong = try await world.client.post(
            "/matters", #"{"kind":"legal","title":""}"#, token: world.lead, key: "k1")
        #expect(wrong.status == .unprocessableContent)
        #expect(try await world.client.post("/matters", matter, token: world.lead, key: "k1").status == .created)
    }

    @Test func `is done anew after a day`() async throws {
        let world = try await SystemWorld.released()
        let first = try await world.client.post("/matters", matter, token: world.lead, key: "k1")
        world.story.world.move(to: "2027-02-16T09:00:01Z")
        let later = try await world.client.post("/matters", matter, token: world.lead, key: "k1")
        #expect(later.status == .created && later.id != first.id)
    }

    @Test func `without a token holds for itself alone: nobody is told another's outcome`() async throws {
        let world = try await SystemWorld(try await RoundStory.published())
        let (path, key) = ("/rounds/first-call/candidacies", "7f4df0ff-6b9c-4b6e-9a7e-0d8f6f1d7f11")
        let first = try await world.client.post(path, draft, key: key)
        #expect(first.status == .created)
        #expect(try await world.client.post(path, draft, key: key).text == first.text)
        let other = try await world.client.post(path, draft.replacing("ebba@", with: "elsa@"), key: key)
        #expect(other.status == .created && other.id != first.id)
    }

    @Test(arguments: [
        ("", false), ("a b", false), ("ü", false), (String(repeating: "k", count: 256), false),
        ("!~", true), (String(repeating: "k", count: 255), true),
    ])
    func `has a key of 1 to 255 visible characters`(key: String, isTaken: Bool) async throws {
        let world = try await SystemWorld.released()
        let answer = try await world.client.post("/matters", matter, token: world.lead, key: key)
        #expect(answer.status == (isTaken ? .created : .badRequest))
        if !isTaken { #expect(answer.code == "idempotency.key") }
    }

    @Test func `has a key that cannot be guessed where no token is needed`() async throws {
        let world = try await SystemWorld(try await RoundStory.published())
        let path = "/rounds/first-call/candidacies"
        let short = try await world.client.post(path, draft, key: String(repeating: "k", count: 21))
        #expect(short.status == .badRequest && short.code == "idempotency.key")
        #expect(try await world.client.post(path, draft, key: String(repeating: "k", count: 22)).status == .created)
    }
}
