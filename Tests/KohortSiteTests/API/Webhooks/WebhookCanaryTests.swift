import Foundation
import HTTPTypes
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp
@testable import KohortSite

/// What leaves by webhook, after a round with people in it.
@Suite struct `What webhooks say` {
    private static let canaries = [
        "Canary", "Candidate 2", "people.example", "office.example", "+46 70", "Luleå", "I want to build",
        "Engineer for", "Civil engineer", "Roads", "cv.pdf", "Umeå universitet", "Somebody",
    ]

    private func entries(_ world: RoundSite, to reach: Reach = .all) async throws -> [JournalEntry] {
        try await world.use { try await $0.store.fetch(AllEntries(reach: reach), by: .operator, at: world.now) }
    }

    @Test func `names and texts of people are in no body, and they are there to be found`() async throws {
        let story = try await RoundStory.released(count: 2, name: "Canary Berg")
        let pool = try await story.world.send(.get, "/employer/ornskoldsvik/pool", as: RoundStory.first).text
        #expect(pool.contains("Canary Berg") && pool.contains("Candidate 2"))
        let bodies = try await entries(story.world).map { String(decoding: WebhookBody.bytes(of: $0), as: UTF8.self) }
        #expect(bodies.count > 20)
        for body in bodies {
            for canary in Self.canaries { #expect(!body.contains(canary), "\(canary) in \(body)") }
        }
    }

    @Test func `a body is a JSON object of type, timestamp and data, and always the same bytes`() async throws {
        let story = try await RoundStory.released(count: 1)
        for entry in try await entries(story.world) {
            let bytes = WebhookBody.bytes(of: entry)
            let body = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
            #expect(Set(body.keys) == ["type", "timestamp", "data"])
            #expect(body["type"] as? String == entry.name && body["timestamp"] as? String == "\(entry.at)")
            let data = try #require(body["data"] as? [String: Any])
            let payload = try #require(
                try JSONSerialization.jsonObject(with: Data(entry.payload.utf8)) as? [String: Any])
            #expect(Set(data.keys) == Set(payload.keys).union(["sequence", "subject"]))
            #expect(payload["sequence"] == nil && payload["subject"] == nil)
            #expect(data["sequence"] as? Int64 == entry.number)
            #expect(WebhookBody.bytes(of: entry) == bytes && bytes.count < 20_000)
        }
    }

    @Test func `an employer's endpoint is told of no other employer`() async throws {
        let story = try await RoundStory.released(count: 1)
        let organisations = try await story.world.use {
            try await $0.store.fetch(CurrentConsortium(), by: .operator, at: story.world.now).organisations
        }
        let own = try #require(organisations.first { $0.slug.text == "umea" }).id
        let others = organisations.filter { $0.id != own }.map(\.id.description)
        let bodies = try await entries(story.world, to: .organisations([own])).map {
            String(decoding: WebhookBody.bytes(of: $0), as: UTF8.self)
        }
        #expect(!bodies.isEmpty)
        for body in bodies { #expect(!others.contains { body.contains($0) }, "\(body)") }
    }
}

private struct AllEntries: KohortStore.Query {
    static let permission = Permission.readJournal
    let scope = Scope.anywhere
    let reach: Reach

    func fetch(in read: borrowing Read) throws -> [JournalEntry] {
        try JournalEntry.after(0, limit: 10_000, to: reach, in: read)
    }
}
