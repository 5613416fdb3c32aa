import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct CloseCohortTests {
    @Test func `a cohort closes on its last day, when nobody is in it any more`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        let close = CloseCohort(cohort: world.cohort.id)
        await #expect(throws: Rejection.conflict("cohort.trainees_open")) {
            try await world.perform(close, on: "2013-02-28")
        }
        try await world.perform(WithdrawTrainee(trainee: trainee, on: .day("2011-09-15"), reason: .moved))
        await #expect(throws: Rejection.conflict("cohort.not_over")) {
            try await world.perform(close, on: "2013-02-27")
        }
        let events = try await world.events { try await world.perform(close, on: "2013-02-28") }
        #expect(events == ["delivery.cohort.closed"])
        await #expect(throws: Rejection.conflict("cohort.closed")) { try await world.perform(close, on: "2013-02-28") }
    }

    @Test func `the closing counts trainees and permanent hires, without those struck out`() async throws {
        let world = try await DeliveryWorld.make()
        var trainees: [TraineeID] = []
        for name in ["Kari Li", "Ola Ås", "Per Vik"] { trainees.append(try await world.trainee(of: world.city, name)) }
        for trainee in trainees.dropFirst() {
            try await world.perform(
                RecordOutcome(trainee: trainee, kind: .permanentlyHired, on: .day("2011-09-15")))
        }
        for trainee in trainees.prefix(2) {
            try await world.perform(WithdrawTrainee(trainee: trainee, on: .day("2011-09-15"), reason: .moved))
        }
        try await world.perform(RemoveTrainee(trainee: trainees[2]))
        try await world.perform(CloseCohort(cohort: world.cohort.id), on: "2013-03-01")
        let closed = try await world.fetch(JournalFeed(after: 0, limit: 500)).last
        let payload = try #require(closed?.payload)
        #expect(payload.contains(#""trainees":2"#))
        #expect(payload.contains(#""permanentlyHired":1"#))
    }

    @Test func `nothing of a closed cohort changes`() async throws {
        let world = try await DeliveryWorld.make(
            .sample(checklist: [NamedText(slug: .known("contract"), text: LocalizedText("Kontrakt", in: .nb))]))
        let trainee = try await world.trainee()
        let tick = TickItem(trainee: trainee, item: .known("contract"))
        try await world.perform(tick)
        try await world.perform(WithdrawTrainee(trainee: trainee, on: .day("2011-09-15"), reason: .moved))
        try await world.perform(CloseCohort(cohort: world.cohort.id), on: "2013-03-01")
        let deeds: [() async throws -> Void] = [
            { try await world.perform(try world.entering(.new(), of: world.city, "Ola Ås")) },
            { try await world.perform(RecordOutcome(trainee: trainee, kind: .offered, on: .day("2013-01-01"))) },
            { try await world.perform(ClearOutcome(trainee: trainee, kind: .offered)) },
            { try await world.perform(PlanPlacements(trainee: trainee, items: [])) },
            { try await world.mentor("Mona Mentor", of: trainee) },
            { try await world.perform(MarkAsLine(trainee: trainee, contact: try .sample("Marta"))) },
            { try await world.perform(UntickItem(trainee: trainee, item: .known("contract"))) },
            { try await world.perform(WithdrawTrainee(trainee: trainee, on: .day("2011-09-15"), reason: .moved)) },
            { try await world.perform(ExtendProbation(trainee: trainee, until: .day("2013-09-01"), reason: "x")) },
        ]
        for deed in deeds { #expect(try await world.faults(deed) == ["cohort.closed"]) }
    }
}
