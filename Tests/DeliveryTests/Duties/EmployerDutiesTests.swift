import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct `What is due for an employer` {
    private static let rules = ProgrammeRules.sample(
        roles: RoleRules(
            mentor: MentorRules(independentOf: .line, chosenFrom: .anywhere, accepts: false),
            supervisorPerPeriod: true, beforeStart: [.aimsAnchored]),
        completion: CompletionRules(steps: [.evaluation]))

    private func due(_ world: DeliveryWorld, on day: String) async throws -> [EmployerDuty] {
        try await world.fetch(EmployerDuties(organisation: world.city), on: day).map(\.duty)
    }

    @Test func `is what its trainees lack, by date, until it is there`() async throws {
        let world = try await DeliveryWorld.make(Self.rules)
        let trainee = try await world.trainee()
        let first: [EmployerDuty] = [.meet(.aimsAnchored), .planPlacements(trainee), .nameMentor(trainee)]
        #expect(try await due(world, on: "2011-07-01") == first)
        try await world.perform(ConfirmAims(cohort: world.cohort.id, organisation: world.city), on: "2011-07-01")
        try await world.perform(
            NameMentor(id: .new(), trainee: trainee, contact: try .sample("Marte As"), employedBy: world.town),
            on: "2011-07-01")
        let placement = try await world.placement(of: trainee)
        #expect(try await due(world, on: "2011-07-02") == [.nameSupervisor(placement, of: trainee)])
        try await world.perform(
            NameSupervisor(id: .new(), placement: placement, contact: try .sample("Per Dal")), on: "2011-07-02")
        #expect(try await due(world, on: "2011-07-03") == [])
    }

    @Test func `is to prepare for a gathering that is near, and to evaluate a cohort that ends`() async throws {
        let world = try await DeliveryWorld.make(.sample(completion: CompletionRules(steps: [.evaluation])))
        let trainee = try await world.trainee()
        try await world.placement(of: trainee, .numbered(1), .days("2011-09-01", "2013-03-01"))
        try await world.perform(
            NameMentor(id: .new(), trainee: trainee, contact: try .sample("Marte As"), employedBy: world.town))
        let gathering = try await world.gathering()
        let others = try await due(world, on: "2011-10-07")
        let prepare = EmployerDuty.prepare(gathering, trainee, title: "Gathering")
        #expect(!others.contains(prepare))
        #expect(try await due(world, on: "2011-10-08") == others + [prepare])
        try await world.perform(PrepareTrainee(gathering: gathering, trainee: trainee), on: "2011-11-01")
        #expect(try await due(world, on: "2011-11-02") == others)
        #expect(try await due(world, on: "2013-01-28") == others)
        #expect(try await due(world, on: "2013-01-29") == others + [.evaluateCohort])
    }

    @Test func `is another's for another's trainees`() async throws {
        let world = try await DeliveryWorld.make(Self.rules)
        try await world.trainee(of: world.middling)
        #expect(try await due(world, on: "2011-07-01") == [])
        let own = try await world.fetch(EmployerDuties(organisation: world.middling), on: "2011-07-01")
        #expect(own.count == 3 && own.allSatisfy { $0.by == .day("2011-09-01") })
    }
}
