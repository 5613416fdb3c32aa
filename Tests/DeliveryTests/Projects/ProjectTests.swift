import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct ProjectTests {
    private static let rules = ProgrammeRules.sample(completion: CompletionRules(steps: [.projectAssignment]))

    @Test func `a project is named, handed in, returned, handed in again and passed`() async throws {
        let world = try await DeliveryWorld.make(Self.rules)
        let trainee = try await world.trainee()
        let events = try await world.events {
            try await world.perform(NameProject(trainee: trainee, title: "Roads in winter"))
            try await world.perform(HandInProject(trainee: trainee, summary: "How to clear them", paper: nil))
            try await world.perform(AssessProject(trainee: trainee, verdict: .returned, comment: "Say what it costs"))
            try await world.perform(HandInProject(trainee: trainee, summary: "And what it costs", paper: nil))
            try await world.perform(AssessProject(trainee: trainee, verdict: .passed, comment: ""))
        }
        let assessed = "delivery.project.assessed"
        let handedIn = "delivery.project.handed_in"
        #expect(events == ["delivery.project.begun", handedIn, assessed, handedIn, assessed])
        let now = Instant.at("2011-09-15T10:00:00Z")
        let expected = Project(
            trainee: trainee, title: "Roads in winter", state: .passed, summary: "And what it costs", handedInAt: now,
            comment: "", assessedAt: now)
        #expect(try await world.fetch(ProjectOfTrainee(trainee: trainee)) == expected)
        await #expect(throws: Rejection.conflict("project.passed")) {
            try await world.perform(HandInProject(trainee: trainee, summary: "Once more", paper: nil))
        }
    }

    @Test func `what is not handed in is not assessed, and what is returned says why`() async throws {
        let world = try await DeliveryWorld.make(Self.rules)
        let trainee = try await world.trainee()
        try await world.perform(NameProject(trainee: trainee, title: "Roads"))
        await #expect(throws: Rejection.conflict("project.not_handed_in")) {
            try await world.perform(AssessProject(trainee: trainee, verdict: .passed, comment: ""))
        }
        try await world.perform(HandInProject(trainee: trainee, summary: "Done", paper: nil))
        await #expect(throws: Rejection.invalid("comment", "text.required")) {
            try await world.perform(AssessProject(trainee: trainee, verdict: .returned, comment: ""))
        }
    }

    @Test func `a programme without a project takes none`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        await #expect(throws: Rejection.conflict("project.not_in_programme")) {
            try await world.perform(NameProject(trainee: trainee, title: "Roads"))
        }
    }

    @Test func `a paper of more than 10 MB is refused, one of 10 MB taken`() async throws {
        let world = try await DeliveryWorld.make(Self.rules)
        let trainee = try await world.trainee()
        try await world.perform(NameProject(trainee: trainee, title: "Roads"))
        func handIn(_ size: Int64) -> HandInProject {
            let file = StoredFile(hash: String(repeating: "a", count: 64), size: size)
            return HandInProject(
                trainee: trainee, summary: "Done",
                paper: Project.Paper(file: file, name: "roads.pdf", mediaType: "application/pdf"))
        }
        await #expect(throws: Rejection.invalid("paper", "document.too_large", ["limit": "10000000"])) {
            try await world.perform(handIn(10_000_001))
        }
        try await world.perform(handIn(10_000_000))
        let project = try await world.fetch(ProjectOfTrainee(trainee: trainee))
        #expect(project?.paper == handIn(10_000_000).paper)
    }
}
