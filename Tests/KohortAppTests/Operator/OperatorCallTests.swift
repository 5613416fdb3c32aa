import Foundation
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
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

    @Test func `tell of a tenant whose files are about to find no room`() async throws {
        for (held, isWell) in [(Int64(18_000_000_000), true), (18_000_000_001, false)] {
            let world = try await OperatorWorld()
            try await world.apply()
            let file = StoredFile(hash: String(repeating: "a", count: 64), size: held)
            let tenant = try Slug("norra-norrland")
            _ = try await world.kohort.use(tenant) { open in
                try await open.store.perform(KeepFile(file: file), by: .system, at: world.clock.now)
            }
            let findings = try await world.ask("Doctor") as? [[String: Any]] ?? []
            #expect(findings.last?["isWell"] as? Bool == isWell)
            if !isWell { #expect(findings.last?["text"] as? String == "1999 MB are left for files") }
            let figures = try await world.kohort.figures()
            let bytes = MetricFamily(
                "kohort_files_bytes", .gauge, "What the files of open tenants have.", value: Double(held))
            let short = MetricFamily(
                "kohort_tenants_short_of_room", .gauge, "Open tenants whose files have nine tenths of their quota.",
                value: isWell ? 0 : 1)
            #expect(figures.contains(bytes) && figures.contains(short))
        }
    }

    @Test func `tells each thing that is wrong with a tenant, and how much of it there is`() async throws {
        let world = try await OperatorWorld()
        try await world.apply()
        for number in 1...101 {
            let invitation: [String: any Sendable] = [
                "tenant": "norra-norrland", "email": "somebody-\(number)@office.example", "name": "Somebody",
                "role": "committee", "language": "sv",
            ]
            try await world.ask("MailInvitation", invitation)
        }
        let file = StoredFile(hash: String(repeating: "a", count: 64), size: 18_000_000_001)
        try await world.kohort.use(try Slug("norra-norrland")) { open in
            _ = try await open.store.perform(HoldMessages(problem: "held"), by: .operator, at: world.clock.now)
            _ = try await open.store.perform(KeepFile(file: file), by: .system, at: world.clock.now)
        }
        let findings = try await world.ask("Doctor") as? [[String: Any]] ?? []
        let told = findings.filter { $0["subject"] as? String == "norra-norrland" }
        #expect(told.map { $0["text"] as? String } == ["101 messages failed", "1999 MB are left for files"])
        #expect(told.map { $0["isWell"] as? Bool } == [false, false])
        #expect(try await world.ask("RetryOutbox", ["tenant": "norra-norrland"]) as? Int == 101)
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
