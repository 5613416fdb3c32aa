import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `Interest and matters for other systems` {
    private func interest(_ programme: String) -> String {
        #"""
        {"programme":"\#(programme)","municipality":"Lier","contact_name":"Lo Li","contact_email":"lo@lier.example"}
        """#
    }

    @Test func `interest is registered by anybody and read by the lead`() async throws {
        let client = try SystemClient(try await RoundSite("ks"))
        let programmes = try await client.get("/programmes").members["programmes"] as? [[String: Any]] ?? []
        let taking = try #require(programmes.first { $0["takes_interest"] as? Bool == true }?["slug"] as? String)
        #expect(try await client.post("/interests", interest(taking)).status == .noContent)
        let unknown = try await client.post("/interests", interest("atlantis"))
        #expect(unknown.problems == ["programme: choice.unknown"])
        let lead = try await client.token(.lead)
        #expect(try await client.get("/interests", token: lead).text.contains(#""municipality":"Lier""#))
        #expect(try await client.get("/interests").status == .unauthorized)
    }

    @Test func `interest is refused where none is taken`() async throws {
        let client = try SystemClient(try await RoundSite())
        #expect(try await client.post("/interests", interest("trainee")).code == "interest.not_taken")
    }

    @Test func `a matter is raised, listed and settled once`() async throws {
        let client = try SystemClient(try await RoundSite())
        let lead = try await client.token(.lead)
        let unknown = #"{"kind":"legal","title":"Who signs?","programme":"atlantis"}"#
        #expect(try await client.post("/matters", unknown, token: lead).problems == ["programme: choice.unknown"])
        let raised = try await client.post("/matters", unknown.replacing("atlantis", with: "trainee"), token: lead)
        #expect(raised.status == .created)
        let path = "/matters/\(raised.id)/settlement"
        #expect(try await client.post(path, #"{"settlement":"The chair"}"#, token: lead).status == .noContent)
        #expect(try await client.post(path, #"{"settlement":"Me"}"#, token: lead).code == "matter.settled")
        let listed = try await client.get("/matters", token: lead).text
        #expect(listed.contains(#""title":"Who signs?""#) && listed.contains(#""settlement":"The chair""#))
    }

    @Test func `members and dates are there for everybody`() async throws {
        let members =
            try await SystemClient(try await RoundSite()).get("/members").members["members"] as? [[String: Any]]
        #expect(members?.count == 8)
        #expect(members?.first?["member_since"] as? String == "2026-01-01")
        let calendar = try await SystemClient(try await RoundSite("romerike")).get("/calendar")
        #expect(calendar.status == .ok)
    }
}
