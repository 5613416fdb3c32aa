import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct RecordOutcomeTests {
    private func facts(_ world: DeliveryWorld) async throws -> [OutcomeKind: LocalDate] {
        let facts = try await world.fetch(Rows<OutcomeFact>())
        return Dictionary(uniqueKeysWithValues: facts.map { ($0.kind, $0.on) })
    }

    @Test func `talk, offer, acceptance and hire are four facts with dates of their own (ROM-6)`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        let days: [OutcomeKind: LocalDate] = [
            .employmentTalk: .day("2012-11-01"), .offered: .day("2012-12-01"), .accepted: .day("2012-12-01"),
            .permanentlyHired: .day("2013-03-01"),
        ]
        let events = try await world.events {
            for kind in OutcomeKind.allCases.reversed() {
                try await world.perform(
                    RecordOutcome(trainee: trainee, kind: kind, on: try #require(days[kind])), on: "2013-03-01")
            }
        }
        #expect(events == Array(repeating: "delivery.outcome.recorded", count: 4))
        #expect(try await facts(world) == days)
    }

    @Test func `facts come in their order, where both are known`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        func record(_ kind: OutcomeKind, _ day: String) async throws -> [String] {
            try await world.faults {
                try await world.perform(RecordOutcome(trainee: trainee, kind: kind, on: .day(day)), on: "2013-03-01")
            }
        }
        #expect(try await record(.offered, "2012-12-01") == [])
        #expect(try await record(.accepted, "2012-11-30") == ["on outcome.too_early"])
        #expect(try await record(.employmentTalk, "2012-12-02") == ["on outcome.too_late"])
        #expect(try await record(.accepted, "2012-12-01") == [])
        #expect(try await record(.employmentTalk, "2012-12-01") == [])
    }

    @Test func `a fact is recorded once, not before its day, and cleared when it was a mistake`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        let offered = RecordOutcome(trainee: trainee, kind: .offered, on: .day("2012-12-01"))
        #expect(try await world.faults { try await world.perform(offered, on: "2012-11-30") } == ["on date.to_come"])
        try await world.perform(offered, on: "2012-12-01")
        await #expect(throws: Rejection.conflict("outcome.recorded")) {
            try await world.perform(offered, on: "2012-12-01")
        }
        let clear = ClearOutcome(trainee: trainee, kind: .offered)
        let events = try await world.events {
            try await world.perform(clear, on: "2012-12-01")
            try await world.perform(clear, on: "2012-12-01")
        }
        #expect(events == ["delivery.outcome.cleared"])
        #expect(try await facts(world) == [:])
        try await world.perform(offered, on: "2012-12-01")
    }

    @Test func `what became of somebody is recorded after the end too, never of one struck out`() async throws {
        let world = try await DeliveryWorld.make()
        let (trainee, mistaken) = (try await world.trainee(), try await world.trainee(of: world.city, "Ola Ås"))
        try await world.perform(WithdrawTrainee(trainee: trainee, on: .day("2011-09-10"), reason: .employer))
        try await world.perform(RemoveTrainee(trainee: mistaken))
        try await world.perform(RecordOutcome(trainee: trainee, kind: .offered, on: .day("2011-09-12")))
        await #expect(throws: Rejection.notFound) {
            try await world.perform(RecordOutcome(trainee: mistaken, kind: .offered, on: .day("2011-09-12")))
        }
    }
}
