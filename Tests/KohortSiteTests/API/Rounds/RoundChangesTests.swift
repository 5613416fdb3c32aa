import HTTPTypes
import KohortCore
import KohortTesting
import Recruitment
import Testing

@testable import KohortSite

@Suite struct `A round run by another system` {
    @Test func `is published, released and closed, each in its time`() async throws {
        let site = try await RoundSite()
        let client = try SystemClient(site)
        let lead = try await client.token(.lead)
        let call = #"{"channels":["press"]}"#
        let early = try await client.post("/rounds/first-call/call", call, token: lead)
        #expect(early.status == .conflict && early.code == "round.no_positions")
        _ = try await site.demand("umea", "Engineer for maps", asked: 1, in: try await site.round().id)
        #expect(try await client.post("/rounds/first-call/call", call, token: lead).status == .noContent)
        #expect(try await client.post("/rounds/first-call/call", call, token: lead).code == "round.published")

        #expect(try await client.post("/rounds/first-call/release", token: lead).code == "round.still_open")
        site.move(to: "2027-02-15T09:00:00Z")
        #expect(try await client.post("/rounds/first-call/release", token: lead).status == .noContent)
        #expect(try await client.post("/rounds/first-call/closure", token: lead).status == .noContent)
        #expect(try await client.post("/rounds/first-call/closure", token: lead).code == "round.closed")
        #expect(try await client.get("/rounds/first-call", token: lead).text.contains(#""stage":"closed""#))
    }

    @Test func `names channels that there can be`() async throws {
        let client = try SystemClient(try await RoundSite())
        let answer = try await client.post(
            "/rounds/first-call/call", #"{"channels":["press","No Slug"]}"#, token: try await client.token(.lead))
        #expect(answer.problems == ["channels.2: channel.unknown"])
    }

    @Test func `gets other dates, in their order`() async throws {
        let client = try SystemClient(try await RoundSite())
        let lead = try await client.token(.lead)
        let path = "/rounds/first-call/deadlines"
        let wrong = try await client.post(path, #"{"apply_by":"2027-03-01","demand_by":"2027-03-02"}"#, token: lead)
        #expect(wrong.problems == ["apply_by: date.order"])
        let right = #"{"apply_by":"2027-03-01","demand_by":"2027-01-10","rank_by":null}"#
        #expect(try await client.post(path, right, token: lead).status == .noContent)
        let round = try await client.get("/rounds/first-call", token: lead).text
        #expect(
            round.contains(#""demand_by":"2027-01-10","apply_by":"2027-03-01","rank_by":null,"hire_by":null"#))
    }
}
