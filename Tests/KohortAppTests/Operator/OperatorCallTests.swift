import Foundation
import KohortApp
import Testing

@Suite struct `A call of the operator's` {
    @Test func `that this version does not know is refused, and one that it knows is answered`() async throws {
        let world = try await OperatorWorld()
        #expect(try await world.refusal("DropEverything")?.code == "call.unknown")
        #expect(try await world.states() == [:])
    }

    @Test func `that cannot be read is refused, and the whole one is answered`() async throws {
        let world = try await OperatorWorld()
        try await world.apply()
        #expect(try await world.refusal("ShowTenant")?.code == "call.unreadable")
        #expect(try await world.refusal("ShowTenant", ["slug": "norra-norrland"]) == nil)
    }

    @Test func `shows a round, its figures, mail, schema and health`() async throws {
        let world = try await OperatorWorld()
        try await world.apply()
        let tenant: [String: any Sendable] = ["tenant": "norra-norrland"]
        let rounds = try await world.ask("ShowRound", tenant) as? [[String: String]]
        #expect(
            rounds == [
                [
                    "slug": "first-call", "stage": "planned", "demandBy": "2026-12-15", "applyBy": "2027-02-14",
                    "rankBy": "2027-03-31", "hireBy": "2027-06-15",
                ]
            ])
        let funnel = try await world.ask("ReportFunnel", tenant) as? [String: Any]
        #expect(funnel?["persons"] as? Int == 0 && funnel?["nominations"] as? Int == 0)
        #expect(try await world.ask("RetryOutbox", tenant) as? Int == 0)
        #expect((try await world.ask("ListOutbox", tenant) as? [Any])?.isEmpty == true)
        #expect((try await world.ask("MigrationStatus") as? [[String: Any]])?.count == 1)
        let findings = try await world.ask("Doctor") as? [[String: Any]] ?? []
        #expect(findings.map { $0["subject"] as? String } == ["mail", "norra-norrland"])
        #expect(findings.map { $0["isWell"] as? Bool } == [false, true])
    }

    @Test func `about a round or message that is not there says so`() async throws {
        let world = try await OperatorWorld()
        try await world.apply()
        let round: [String: any Sendable] = ["tenant": "norra-norrland", "round": "second"]
        #expect(try await world.refusal("ShowRound", round)?.lines == ["norra-norrland has no round second."])
        #expect(try await world.refusal("ReportFunnel", round)?.lines == ["norra-norrland has no round second."])
        let id = "01980000-0000-7000-8c00-000000000001"
        let retry = try await world.refusal("RetryOutbox", ["tenant": "norra-norrland", "id": id])
        #expect(retry?.lines == ["norra-norrland has no message \(id)."])
    }
}
