import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `Demand stated by another system` {
    private func terms(_ title: String, asked: Int = 2, _ more: String) -> String {
        #"{"title":"\#(title)","field":"Maps","competence":"A degree","place":"Umeå","asked":\#(asked),\#(more)}"#
    }

    private func demands(_ client: SystemClient, _ token: String) async throws -> [String] {
        let answer = try await client.get("/rounds/first-call/demands", token: token)
        let demands = try answer.members["demands"] as? [[String: Any]] ?? []
        return demands.map { "\($0["title"] ?? "") \($0["positions"] ?? "") \($0["state"] ?? "")" }
    }

    @Test func `is changed, approved for fewer places, and withdrawn`() async throws {
        let client = try SystemClient(try await RoundSite())
        let (lead, umea) = (try await client.token(.lead), try await client.token(.coordinator, of: "umea"))
        let stated = try await client.post(
            "/employers/umea/demands", terms("Planner", #""round":"first-call""#), token: umea)
        #expect(stated.status == .created)
        let own = "/employers/umea/demands/\(stated.id)"
        let changed = terms("Surveyor", asked: 3, "").replacing(",}", with: "}")
        #expect(try await client.post(own, changed, token: umea).status == .noContent)
        #expect(try await demands(client, umea) == ["Surveyor 3 stated"])

        let approval = "/demands/\(stated.id)/approval"
        let toomany = try await client.post(approval, #"{"positions":4}"#, token: lead)
        #expect(toomany.problems == ["positions: number.range"])
        #expect(try await client.post(approval, #"{"positions":2}"#, token: umea).status == .forbidden)
        #expect(try await client.post(approval, #"{"positions":2}"#, token: lead).status == .noContent)
        #expect(try await client.post(own, changed, token: umea).code == "demand.decided")
        #expect(try await client.post("\(own)/withdrawal", token: umea).status == .noContent)
        #expect(try await client.post("\(own)/withdrawal", token: umea).code == "demand.ended")
        #expect(try await demands(client, lead) == ["Surveyor 2 withdrawn"])
    }

    @Test func `is declined by the programme office`() async throws {
        let client = try SystemClient(try await RoundSite())
        let (lead, umea) = (try await client.token(.lead), try await client.token(.coordinator, of: "umea"))
        let stated = try await client.post(
            "/employers/umea/demands", terms("Planner", #""round":"first-call""#), token: umea)
        #expect(try await client.post("/demands/\(stated.id)/refusal", token: lead).status == .noContent)
        #expect(try await client.post("/demands/\(stated.id)/refusal", token: lead).code == "demand.decided")
        #expect(try await demands(client, lead) == ["Planner 2 declined"])
    }

    @Test func `names a round that there is`() async throws {
        let client = try SystemClient(try await RoundSite())
        let answer = try await client.post(
            "/employers/umea/demands", terms("Planner", #""round":"second-call""#),
            token: try await client.token(.coordinator, of: "umea"))
        #expect(answer.problems == ["round: choice.unknown"])
    }

    @Test func `after the deadline is stated by the programme office alone`() async throws {
        let site = try await RoundSite()
        let client = try SystemClient(site)
        let (lead, umea) = (try await client.token(.lead), try await client.token(.coordinator, of: "umea"))
        let late = terms("Planner", #""organisation":"umea""#)
        #expect(try await client.post("/rounds/first-call/demands", late, token: lead).code == "demand.in_time")
        site.move(to: "2026-12-16T09:00:00Z")
        let missed = try await client.post(
            "/employers/umea/demands", terms("Planner", #""round":"first-call""#), token: umea)
        #expect(missed.status == .conflict && missed.code == "deadline.passed")
        let unknown = late.replacing(#""umea""#, with: #""atlantis""#)
        let nobody = try await client.post("/rounds/first-call/demands", unknown, token: lead)
        #expect(nobody.problems == ["organisation: choice.unknown"])
        #expect(try await client.post("/rounds/first-call/demands", late, token: lead).status == .created)
        #expect(try await client.get("/rounds/first-call/demands", token: lead).text.contains(#""late":true"#))
    }
}
