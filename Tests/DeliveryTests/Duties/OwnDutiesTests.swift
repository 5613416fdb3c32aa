import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct `What is due for somebody` {
    private static let rules = ProgrammeRules.sample(
        completion: CompletionRules(steps: [.projectAssignment, .evaluation]))

    @Test func `a trainee is told of gatherings, the project and, near the end, the evaluation`() async throws {
        let world = try await DeliveryWorld.make(Self.rules)
        let trainee = try await world.trainee()
        let gathering = try await world.gathering()
        let person = try world.person("Kari Li")
        func due(on day: String) async throws -> [Duty] {
            try await world.fetch(OwnDuties(), on: day, by: .person(person)).lines.map(\.duty)
        }
        #expect(try await due(on: "2011-11-06") == [.nameProject])
        let reflect = Duty.reflect(gathering, title: "Gathering")
        #expect(try await due(on: "2011-11-07") == [reflect, .nameProject])
        let words = Reflection(outcome: "Much", content: "Towns", participation: "I asked")
        try await world.perform(
            WriteReflection(gathering: gathering, trainee: trainee, reflection: words), on: "2011-11-08")
        try await world.perform(NameProject(trainee: trainee, title: "Pipes"), on: "2011-11-08")
        #expect(try await due(on: "2011-11-09") == [.handInProject])
        #expect(try await due(on: "2013-02-20") == [.handInProject, .evaluateProgramme])
        try await world.perform(
            EvaluateProgramme(evaluation: .new(), trainee: trainee, text: "Good"), on: "2013-02-21")
        #expect(try await due(on: "2013-02-22") == [.handInProject])
    }

    @Test func `nothing is due for who is named to nobody, and nobody asks without being signed in`() async throws {
        let world = try await DeliveryWorld.make(Self.rules)
        try await world.trainee()
        let answer = try await world.fetch(OwnDuties(), by: .person(.new()))
        #expect(answer.lines.isEmpty && answer.own.asTrainee.isEmpty)
        await #expect(throws: Rejection.forbidden) { try await world.fetch(OwnDuties(), by: .anonymous) }
    }
}
