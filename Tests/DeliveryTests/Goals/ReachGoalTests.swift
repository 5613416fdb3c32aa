import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct ReachGoalTests {
    private static let nine = (1...9).map { number in
        NamedText(slug: .known("goal-\(number)"), text: LocalizedText("Goal \(number)", in: .en))
    }

    @Test func `goals are counted as n of nine, without a pass mark (KS11-34)`() async throws {
        let world = try await DeliveryWorld.make(.sample(goals: Self.nine))
        let trainee = try await world.trainee()
        for number in [2, 7, 7] {
            try await world.perform(
                ReachGoal(trainee: trainee, goal: .known("goal-\(number)"), on: .day("2011-09-10")))
        }
        let progress = try await world.fetch(GoalProgress(trainee: trainee))
        #expect((progress.reached, progress.count) == (2, 9))
        try await world.perform(UnreachGoal(trainee: trainee, goal: .known("goal-2")))
        #expect(try await world.fetch(GoalProgress(trainee: trainee)).reached == 1)
    }

    @Test func `a goal that the programme has not, or a day to come, is refused`() async throws {
        let world = try await DeliveryWorld.make(.sample(goals: Self.nine))
        let trainee = try await world.trainee()
        await #expect(throws: Rejection.notFound) {
            try await world.perform(ReachGoal(trainee: trainee, goal: .known("goal-10"), on: .day("2011-09-10")))
        }
        await #expect(throws: Rejection.invalid("reached_on", "date.future")) {
            try await world.perform(ReachGoal(trainee: trainee, goal: .known("goal-1"), on: .day("2011-09-16")))
        }
    }
}
