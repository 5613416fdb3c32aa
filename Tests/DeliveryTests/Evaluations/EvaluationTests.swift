import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct EvaluationTests {
    @Test func `supervisor, trainee and members evaluate, and later words replace the earlier`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        let placement = try await world.placement(of: trainee)
        for text in ["Good", "Very good"] {
            try await world.perform(EvaluatePlacement(evaluation: .new(), placement: placement, text: text))
        }
        try await world.perform(EvaluateProgramme(evaluation: .new(), trainee: trainee, text: "Useful"))
        for member in [world.city, world.town] {
            try await world.perform(
                EvaluateCohort(evaluation: .new(), cohort: world.cohort.id, organisation: member, text: "We go on"))
        }
        let all = try await world.fetch(EvaluationsOfCohort(cohort: world.cohort.id))
        #expect(all.count == 4)
        #expect(all.first { $0.of == .placement(placement) }?.text == "Very good")
        let own = try await world.fetch(EvaluationsOfTrainee(trainee: trainee))
        #expect(Set(own.map(\.of)) == [.placement(placement), .trainee(trainee)])
    }

    @Test func `a placement is evaluated once it has begun, by the dates it has now`() async throws {
        let world = try await DeliveryWorld.make()
        let placement = try await world.placement(
            of: try await world.trainee(), .numbered(2), at: world.town, .days("2012-06-01", "2013-03-01"))
        let evaluation = EvaluatePlacement(evaluation: .new(), placement: placement, text: "Good")
        await #expect(throws: Rejection.conflict("placement.not_begun")) {
            try await world.perform(evaluation, on: "2012-05-31")
        }
        try await world.perform(evaluation, on: "2012-06-01")
    }

    @Test func `a period that was moved is evaluated from its new first day, and not from the old one`() async throws {
        let world = try await DeliveryWorld.make()
        let items = world.halves()
        let trainee = try await world.planned(items)
        try await world.perform(
            MovePlacement(
                trainee: trainee, placement: items[1].id, host: world.middling, startsOn: .day("2012-07-01"),
                endsBefore: .day("2013-03-01")))
        let evaluation = EvaluatePlacement(evaluation: .new(), placement: items[1].id, text: "Good")
        await #expect(throws: Rejection.conflict("placement.not_begun")) {
            try await world.perform(evaluation, on: "2012-06-30")
        }
        try await world.perform(evaluation, on: "2012-07-01")
    }

    @Test func `a member evaluates a cohort once it has begun, and not before`() async throws {
        let world = try await DeliveryWorld.make()
        let evaluation = EvaluateCohort(
            evaluation: .new(), cohort: world.cohort.id, organisation: world.city, text: "We go on")
        await #expect(throws: Rejection.conflict("cohort.not_begun")) {
            try await world.perform(evaluation, on: "2011-08-31")
        }
        try await world.perform(evaluation, on: "2011-09-01")
    }

    @Test func `an empty evaluation is refused`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        await #expect(throws: Rejection.invalid("text", "text.required")) {
            try await world.perform(EvaluateProgramme(evaluation: .new(), trainee: trainee, text: " "))
        }
        await #expect(throws: Rejection.conflict("trainee.not_begun")) {
            try await world.perform(
                EvaluateProgramme(evaluation: .new(), trainee: trainee, text: "Useful"), on: "2011-08-01")
        }
    }
}
