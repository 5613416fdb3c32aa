import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct ClosingStepsTests {
    /// Asks with checks of the test's own, since a step's real one belongs to its noun.
    private struct Missing: Query {
        static let permission = Permission.readTrainee
        var scope: Scope { .trainee(trainee) }
        let trainee: TraineeID
        let done: Set<ClosingStep>

        func fetch(in read: borrowing Read) throws -> [ClosingStep] {
            let found = try read.inCohort(trainee)
            let checks = [ClosingStep.evaluation, .projectAssignment].map { step in
                ClosingSteps.Check(step: step) { [done] _, _ in done.contains(step) }
            }
            let missing = try ClosingSteps.missing(of: found.trainee, in: found.cohort, checks: checks, read)
            var refused: [String] = []
            do {
                try ClosingSteps.checkDone(by: found.trainee, in: found.cohort, checks: checks, read)
            } catch Rejection
                .invalid(let problems)
            {
                refused = problems.map(\.code)
            }
            #expect(refused == missing.map { "closing.\($0.rawValue)" })
            return missing
        }
    }

    @Test func `what is required and not done is missing; what is not required is not (ROM-11)`() async throws {
        let rules = CompletionRules(requires: [.projectAssignment, .evaluation])
        let world = try await DeliveryWorld.make(.sample(completion: rules))
        let trainee = try await world.trainee()
        func missing(_ done: Set<ClosingStep>) async throws -> [ClosingStep] {
            try await world.fetch(Missing(trainee: trainee, done: done))
        }
        #expect(try await missing([]) == [.evaluation, .projectAssignment])
        #expect(try await missing([.evaluation]) == [.projectAssignment])
        #expect(try await missing([.evaluation, .projectAssignment]) == [])
        let free = try await DeliveryWorld.make()
        let other = try await free.trainee()
        #expect(try await free.fetch(Missing(trainee: other, done: [])) == [])
    }
}
