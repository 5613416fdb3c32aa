import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct DevelopmentPlanTests {
    private func writing(_ placement: PlacementID, goals: [String] = ["Read a budget", "Lead a meeting"])
        -> WriteDevelopmentPlan
    {
        WriteDevelopmentPlan(
            placement: placement, responsibilities: "Winter roads", tasks: "Plan the clearing", goals: goals)
    }

    @Test func `supervisor and trainee write a plan with concrete goals and both agree (KS11-26)`() async throws {
        let world = try await DeliveryWorld.make()
        let placement = try await world.placement(of: try await world.trainee())
        #expect(try await world.fetch(PlanOfPlacement(placement: placement)) == nil)
        try await world.perform(writing(placement))
        try await world.perform(AgreePlanAsSupervisor(placement: placement))
        try await world.perform(AgreePlanAsTrainee(placement: placement))
        let now = Instant.at("2011-09-15T10:00:00Z")
        let expected = DevelopmentPlan(
            placement: placement, responsibilities: "Winter roads", tasks: "Plan the clearing",
            goals: [LearningGoal(text: "Read a budget"), LearningGoal(text: "Lead a meeting")], writtenAt: now,
            supervisorAgreedAt: now, traineeAgreedAt: now)
        #expect(try await world.fetch(PlanOfPlacement(placement: placement)) == expected)
    }

    @Test func `a changed plan is agreed to anew, and goals that stay are still reached`() async throws {
        let world = try await DeliveryWorld.make()
        let placement = try await world.placement(of: try await world.trainee())
        try await world.perform(writing(placement))
        try await world.perform(AgreePlanAsTrainee(placement: placement))
        try await world.perform(ReachLearningGoal(placement: placement, goal: 2, on: .day("2011-09-14")))
        try await world.perform(writing(placement, goals: ["Lead a meeting", "Write a case"]))
        let plan = try #require(try await world.fetch(PlanOfPlacement(placement: placement)))
        #expect(
            plan.goals == [
                LearningGoal(text: "Lead a meeting", reachedOn: .day("2011-09-14")), LearningGoal(text: "Write a case"),
            ])
        #expect(plan.traineeAgreedAt == nil)
    }

    @Test func `a plan without tasks or goals is refused with all that is missing`() async throws {
        let world = try await DeliveryWorld.make()
        let placement = try await world.placement(of: try await world.trainee())
        let problems = [
            FieldProblem("tasks", "text.required"), FieldProblem("goals", "number.range", ["from": "1", "to": "20"]),
        ]
        await #expect(throws: Rejection.invalid(problems)) {
            try await world.perform(
                WriteDevelopmentPlan(placement: placement, responsibilities: "Roads", tasks: "", goals: []))
        }
    }

    @Test func `nobody agrees to a plan that is not written`() async throws {
        let world = try await DeliveryWorld.make()
        let placement = try await world.placement(of: try await world.trainee())
        await #expect(throws: Rejection.notFound) {
            try await world.perform(AgreePlanAsSupervisor(placement: placement))
        }
        await #expect(throws: Rejection.notFound) {
            try await world.perform(ReachLearningGoal(placement: placement, goal: 1, on: nil))
        }
    }
}
