import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `A ranking kept by another system` {
    private let path = "/employers/ornskoldsvik/rankings/first-call"

    private func list(_ ids: [CandidacyID], seen: String = "null") -> String {
        #"{"candidacies":[\#(ids.map { "\"\($0)\"" }.joined(separator: ","))],"seen":\#(seen)}"#
    }

    @Test func `is arranged, seen, and certified by the employer and never by the lead`() async throws {
        let world = try await SystemWorld.released()
        let ids = world.story.candidacies
        let empty = try await world.client.post(path + "/certification", "{}", token: world.coordinator)
        #expect(empty.status == .conflict && empty.code == "ranking.empty")
        #expect(
            try await world.client.post(path, list([ids[1], ids[0]]), token: world.coordinator).status == .noContent)

        let board = try await world.client.get(path, token: world.coordinator).members
        let entries = board["entries"] as? [[String: Any]] ?? []
        #expect(entries.map { $0["candidacy"] as? String } == [ids[1].description, ids[0].description])
        let seen = try #require(board["changed_at"] as? String)
        #expect(try await world.client.post(path + "/certification", "{}", token: world.lead).status == .forbidden)
        let certified = try await world.client.post(
            path + "/certification", #"{"seen":"\#(seen)"}"#, token: world.coordinator)
        #expect(certified.status == .noContent)
        let after = try await world.client.get(path, token: world.lead).members
        #expect(after["certified_at"] is String)
    }

    @Test func `is not changed by who saw another state of it`() async throws {
        let world = try await SystemWorld.released()
        let ids = world.story.candidacies
        #expect(try await world.client.post(path, list([ids[0]]), token: world.lead).status == .noContent)
        let stale = #""2027-02-15T08:00:00.000Z""#
        for path in [path, path + "/certification"] {
            let body = path == self.path ? list([ids[1]], seen: stale) : #"{"seen":\#(stale)}"#
            let answer = try await world.client.post(path, body, token: world.coordinator)
            #expect(answer.status == .conflict && answer.code == "ranking.changed")
        }
        let now = #""2027-02-15T09:00:00.000Z""#
        let right = try await world.client.post(path, list([ids[1]], seen: now), token: world.coordinator)
        #expect(right.status == .noContent)
    }

    @Test func `holds each candidate of the pool once`() async throws {
        let world = try await SystemWorld.released()
        let ids = world.story.candidacies
        let answer = try await world.client.post(path, list([ids[0], .new(), ids[0]]), token: world.coordinator)
        #expect(answer.problems == ["candidacies.2: ranking.not_in_pool", "candidacies.3: ranking.duplicate"])
    }
}
