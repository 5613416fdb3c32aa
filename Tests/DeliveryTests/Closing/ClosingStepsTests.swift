import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct ClosingStepsTests {
    private struct Missing: Query {
        static let permission = Permission.readTrainee
        var scope: Scope { .trainee(trainee) }
        let trainee: TraineeID

        func fetch(in read: borrowing Read) throws -> [ClosingStep] {
            let found = try read.inCohort(trainee)
            let missing = try ClosingSteps.missing(of: found.trainee, in: found.cohort, read)
            let problems = missing.map { FieldProblem($0.rawValue, "closing.\($0.rawValue)") }
            if missing.isEmpty {
                try ClosingSteps.checkDone(by: found.trainee, in: found.cohort, read)
            } else {
                #expect(throws: Rejection.invalid(problems)) {
                    try ClosingSteps.checkDone(by: found.trainee, in: found.cohort, read)
                }
            }
            return missing
        }
    }

    @Test func `what is required and not done is missing; what is not required is not (ROM-11)`() async throws {
        let rules = CompletionRules(requires: [.projectAssignment, .evaluation])
        let world = try await DeliveryWorld.make(.sample(completion: rules))
        let trainee = try await world.trainee()
        #expect(try await world.fetch(Missing(trainee: trainee)) == [.projectAssignment, .evaluation])
        try await world.perform(EvaluateProgramme(evaluation: .new(), trainee: trainee, text: "Well led."))
        #expect(try await world.fetch(Missing(trainee: trainee)) == [.projectAssignment])
        let free = try await DeliveryWorld.make()
        let other = try await free.trainee()
        #expect(try await free.fetch(Missing(trainee: other)) == [])
    }
}
