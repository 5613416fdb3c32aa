import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct TraineeEndTests {
    private static let early = CompletionRules(earlyHireEnds: true)

    private func state(_ world: DeliveryWorld) async throws -> [TraineeState] {
        try await world.trainees().map(\.state)
    }

    @Test func `a trainee completes from the last placement's last day to the programme's, once`() async throws {
        let world = try await DeliveryWorld.make()
        var items = world.halves()
        items[1] = .sample(2, at: world.town, "2012-06-01", "2013-02-01", id: items[1].id)
        let trainee = try await world.planned(items)
        func complete(_ day: String) async throws -> [String] {
            try await world.faults {
                try await world.perform(CompleteTrainee(trainee: trainee, on: .day(day)), on: "2013-03-05")
            }
        }
        #expect(try await complete("2013-01-30") == ["on date.between"])
        #expect(try await complete("2013-03-01") == ["on date.between"])
        let events = try await world.events { _ = try await complete("2013-01-31") }
        #expect(events == ["delivery.trainee.completed"])
        #expect(try await complete("2013-01-31") == ["trainee.ended"])
        let after = try #require(try await world.trainees().first)
        #expect(after.state == .completed)
        #expect(after.endedOn == .day("2013-01-31"))
        #expect(try await world.placements(of: trainee).map(\.id) == items.map(\.id))
    }

    @Test func `without a plan a trainee completes on the programme's last day`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        func complete(_ day: String, on today: String) async throws -> [String] {
            try await world.faults {
                try await world.perform(CompleteTrainee(trainee: trainee, on: .day(day)), on: today)
            }
        }
        #expect(try await complete("2013-02-27", on: "2013-02-28") == ["on date.between"])
        #expect(try await complete("2013-02-28", on: "2013-02-27") == ["on date.to_come"])
        #expect(try await complete("2013-02-28", on: "2013-02-28") == [])
    }

    @Test func `who waits to start does not complete`() async throws {
        let world = try await DeliveryWorld.make(.sample(roles: RoleRules(beforeStart: [.aimsAnchored])))
        let trainee = try await world.trainee()
        let complete = CompleteTrainee(trainee: trainee, on: .day("2013-02-28"))
        await #expect(throws: Rejection.conflict("trainee.blocked")) {
            try await world.perform(complete, on: "2013-03-01")
        }
        try await world.perform(ConfirmAims(cohort: world.cohort.id, organisation: world.city))
        try await world.perform(UnblockTrainees(employer: world.city))
        try await world.perform(complete, on: "2013-03-01")
    }

    @Test func `an early hire is no drop-out: it ends the programme and is a permanent hire (GEN-3)`() async throws {
        let world = try await DeliveryWorld.make(.sample(completion: Self.early))
        let items = world.halves()
        let trainee = try await world.planned(items)
        try await world.supervisor("Sissel", of: items[1].id)
        let events = try await world.events {
            try await world.perform(HireEarly(trainee: trainee, on: .day("2012-01-31")), on: "2012-02-01")
        }
        #expect(
            events == [
                "delivery.placement.moved", "delivery.supervisor.ended", "delivery.placement.cancelled",
                "delivery.trainee.hired_early", "delivery.outcome.recorded",
            ])
        #expect(try await state(world) == [.hiredEarly])
        #expect(try await world.placements(of: trainee).map(\.period) == [.days("2011-09-01", "2012-02-01")])
        let facts = try await world.fetch(Rows<OutcomeFact>())
        #expect(facts.map(\.kind) == [.permanentlyHired])
        #expect(facts.map(\.on) == [.day("2012-01-31")])
        await #expect(throws: Rejection.conflict("outcome.hired_early")) {
            try await world.perform(ClearOutcome(trainee: trainee, kind: .permanentlyHired))
        }
        await #expect(throws: Rejection.conflict("trainee.ended")) {
            try await world.perform(HireEarly(trainee: trainee, on: .day("2012-01-31")), on: "2012-02-01")
        }
    }

    @Test func `an early hire lies in the trainee's time and is not to come`() async throws {
        let world = try await DeliveryWorld.make(.sample(completion: Self.early))
        let trainee = try await world.planned(world.halves())
        func faults(_ day: String) async throws -> [String] {
            try await world.faults { try await world.perform(HireEarly(trainee: trainee, on: .day(day))) }
        }
        #expect(try await faults("2011-08-31") == ["on date.between"])
        #expect(try await faults("2013-03-01") == ["on date.between"])
        #expect(try await faults("2011-09-16") == ["on date.to_come"])
        #expect(try await faults("2011-09-15") == [])
    }

    @Test func `a permanent hire that is known keeps its date`() async throws {
        let world = try await DeliveryWorld.make(.sample(completion: Self.early))
        let trainee = try await world.trainee()
        try await world.perform(RecordOutcome(trainee: trainee, kind: .permanentlyHired, on: .day("2011-09-10")))
        try await world.perform(HireEarly(trainee: trainee, on: .day("2011-09-15")))
        #expect(try await world.fetch(Rows<OutcomeFact>()).map(\.on) == [.day("2011-09-10")])
    }

    @Test func `where a programme knows no early hire there is none`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        await #expect(throws: Rejection.conflict("trainee.no_early_hire")) {
            try await world.perform(HireEarly(trainee: trainee, on: .day("2011-09-15")))
        }
        #expect(try await state(world) == [.enrolled])
    }

    @Test func `who leaves does so within the programme, not in days to come, and once`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        func withdraw(_ day: String) async throws -> [String] {
            try await world.faults {
                try await world.perform(WithdrawTrainee(trainee: trainee, on: .day(day), reason: .otherWork))
            }
        }
        #expect(try await withdraw("2011-08-31") == ["on date.between"])
        #expect(try await withdraw("2011-09-16") == ["on date.to_come"])
        #expect(try await withdraw("2011-09-15") == [])
        #expect(try await withdraw("2011-09-15") == ["trainee.ended"])
        let after = try #require(try await world.trainees().first)
        #expect(after.state == .withdrawn)
        #expect(after.endReason == .otherWork)
    }

    @Test func `what was planned for a placement goes with it when its trainee leaves before`() async throws {
        let world = try await DeliveryWorld.make()
        let items = world.halves()
        let trainee = try await world.planned(items)
        for item in items {
            try await world.perform(
                WriteDevelopmentPlan(
                    placement: item.id, responsibilities: "Roads", tasks: "Clear them", goals: ["Read a budget"]))
        }
        try await world.perform(WithdrawTrainee(trainee: trainee, on: .day("2011-09-14"), reason: .otherWork))
        #expect(try await world.placements(of: trainee).map(\.id) == [items[0].id])
        #expect(try await world.fetch(PlanOfPlacement(placement: items[0].id))?.goals.count == 1)
    }

    @Test(arguments: [false, true])
    func `nobody leaves before a placement in which something took place`(isTalk: Bool) async throws {
        let world = try await DeliveryWorld.make(.sample(completion: Self.early))
        let items = world.halves()
        let trainee = try await world.planned(items)
        if isTalk {
            try await world.perform(
                LogSupervisorTalk(talk: .new(), placement: items[1].id, isFinal: false, heldOn: .day("2012-06-10")),
                on: "2012-06-10")
        } else {
            let evaluation = EvaluatePlacement(evaluation: .new(), placement: items[1].id, text: "Well done")
            try await world.perform(evaluation, on: "2012-06-10")
        }
        let since = Rejection.invalid("on", "date.between", ["from": "2012-06-01", "to": "2013-02-28"])
        let before = LocalDate.day("2012-05-31")
        await #expect(throws: since) {
            try await world.perform(WithdrawTrainee(trainee: trainee, on: before, reason: .otherWork), on: "2012-06-10")
        }
        await #expect(throws: since) {
            try await world.perform(HireEarly(trainee: trainee, on: before), on: "2012-06-10")
        }
        try await world.perform(HireEarly(trainee: trainee, on: .day("2012-06-01")), on: "2012-06-10")
        #expect(try await world.placements(of: trainee).map(\.id) == items.map(\.id))
    }
}
