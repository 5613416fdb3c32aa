import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `The feed of events` {
    private func events(_ answer: TestResponse) throws -> [[String: Any]] {
        try answer.members["events"] as? [[String: Any]] ?? []
    }

    @Test func `goes on where the reader stopped`() async throws {
        let client = try SystemClient(try await RoundStory.published().world)
        let token = try await client.token(.lead)
        let whole = try events(try await client.get("/events?limit=200", token: token))
        let first = try await client.get("/events?limit=2", token: token)
        let members = try first.members
        let after = try #require(members["after"] as? Int)
        let second = try await client.get("/events?after=\(after)&limit=2", token: token)
        let read = try (events(first) + events(second)).map { $0["number"] as? Int }
        #expect(read.count == 4)
        #expect(read == whole.prefix(4).map { $0["number"] as? Int })
    }

    @Test func `says at its end where to ask next`() async throws {
        let client = try SystemClient(try await RoundStory.published().world)
        let token = try await client.token(.lead)
        let whole = try await client.get("/events?limit=200", token: token).members
        let last = try #require(whole["after"] as? Int)
        #expect(
            try await client.get("/events?after=\(last)", token: token).text == #"{"events":[],"after":\#(last)}"#)
    }

    @Test func `an employer's token sees its own events and the programme office's those of all`() async throws {
        let client = try SystemClient(try await RoundStory.published().world)
        func employers(_ token: String) async throws -> Set<String> {
            let listed = try events(try await client.get("/events?limit=200", token: token))
            return Set(listed.compactMap { ($0["organisation"] as? [String: Any])?["slug"] as? String })
        }
        #expect(try await employers(try await client.token(.lead)) == ["ornskoldsvik", "umea"])
        #expect(try await employers(try await client.token(.integration, of: "umea")) == ["umea"])
        let own = try events(
            try await client.get("/events?limit=200", token: try await client.token(.integration, of: "umea")))
        #expect(own.allSatisfy { $0["organisation"] is [String: Any] })
    }

    @Test func `numbers that are none are refused`() async throws {
        let client = try SystemClient(try await RoundSite())
        let token = try await client.token(.lead)
        for query in ["after=-1", "after=x", "after=", "limit=0", "limit=x", "after=1&after=2"] {
            #expect(try await client.get("/events?\(query)", token: token).status == .badRequest, "\(query)")
        }
        #expect(try await client.get("/events?after=0&limit=1", token: token).status == .ok)
    }
}
