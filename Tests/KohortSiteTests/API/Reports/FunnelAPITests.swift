import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `The funnel for other systems` {
    private static let funnel = #"""
        {"round":"first-call","persons":4,"candidacies":4,"positions":3,"per_position":1.3333333333333333,\#
        "employers":[{"slug":"ornskoldsvik","positions":2,"persons":4},{"slug":"umea","positions":1,"persons":4}],\#
        "channels":[{"channel":"press","persons":4}],\#
        "stages":[{"stage":"submitted","persons":4},{"stage":"qualified","persons":0},{"stage":"ranked","persons":0},\#
        {"stage":"offered","persons":0},{"stage":"accepted","persons":0}]}
        """#

    @Test func `has its shape byte for byte`() async throws {
        let client = try SystemClient(try await RoundStory.released(count: 4).world)
        let token = try await client.token(.lead)
        let answer = try await client.get("/reports/funnel?round=first-call", token: token)
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType] == "application/json")
        #expect(answer.text == Self.funnel)
    }

    @Test func `asks which round, and knows no other`() async throws {
        let client = try SystemClient(try await RoundSite())
        let token = try await client.token(.lead)
        let unnamed = try await client.get("/reports/funnel", token: token)
        #expect(unnamed.status == .unprocessableContent && unnamed.text.contains(#""field":"round""#))
        #expect(try await client.get("/reports/funnel?round=second-call", token: token).status == .notFound)
        #expect(try await client.get("/reports/funnel?round=No%20slug", token: token).status == .notFound)
        #expect(try await client.get("/reports/funnel?round=first-call", token: token).status == .ok)
    }

    @Test func `an employer's token sees no figures of the others`() async throws {
        let client = try SystemClient(try await RoundSite())
        let token = try await client.token(.coordinator, of: "umea")
        #expect(try await client.get("/reports/funnel?round=first-call", token: token).status == .forbidden)
    }
}
