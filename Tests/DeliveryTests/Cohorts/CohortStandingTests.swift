import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct CohortStandingTests {
    private static let roles = RoleRules(
        mentor: MentorRules(independentOf: .line, chosenFrom: .anywhere), supervisorPerPeriod: true,
        beforeStart: [.coordinatorNamed])

    private func standing(_ world: DeliveryWorld, on day: String) async throws -> CohortStanding.Answer {
        try await world.fetch(CohortStanding(cohort: .slug(world.cohort.slug)), on: day)
    }

    @Test func `each employer with what it has still to do (BD-5)`() async throws {
        let world = try await DeliveryWorld.make(.sample(roles: Self.roles))
        let trainee = try await world.planned(world.halves())
        world.coordinated.dismiss(at: world.town)
        _ = try await world.trainee(of: world.town, "Anne Berg")
        let before = try await standing(world, on: "2011-09-15")
        #expect(before.employers.map(\.name) == ["City", "Town"])
        #expect(before.employers.map(\.missing) == [[], [.coordinatorNamed]])
        #expect(before.employers.map(\.withoutMentor) == [1, 1])
        #expect(before.employers.map(\.withoutPlan) == [0, 1])
        #expect(before.employers.map(\.withoutSupervisor) == [1, 0])
        #expect(before.employers.map(\.hasDelivered) == [false, false])

        try await world.mentor("Mona Mentor", of: trainee)
        for placement in try await world.placements(of: trainee) {
            try await world.perform(
                NameSupervisor(id: .new(), placement: placement.id, contact: try .sample("Siri Sjef")))
        }
        let after = try await standing(world, on: "2011-09-15")
        #expect(after.employers.map(\.hasDelivered) == [true, false])
    }

    @Test func `an employer sees how it stands itself and nobody else`() async throws {
        let hosts = HostOrganisation.samples
        for (reached, names) in [(0, ["City"]), (1, []), (2, ["Town"])] {
            let world = try await DeliveryWorld.make(allowing: .reaching([hosts[reached].id]), hosts: hosts)
            _ = try await world.planned(world.halves(then: hosts[1].id))
            _ = try await world.trainee(of: hosts[2].id, "Anne Berg")
            #expect(try await standing(world, on: "2011-09-15").employers.map(\.name) == names)
        }
    }

    @Test func `a cohort is planned, running and to be closed by its dates, and closed by hand`() async throws {
        let world = try await DeliveryWorld.make()
        for (day, stage) in [
            ("2011-08-31", CohortStage.planned), ("2011-09-01", .running), ("2013-02-28", .running),
            ("2013-03-01", .toBeClosed),
        ] {
            #expect(try await standing(world, on: day).stage == stage)
            #expect(try await world.fetch(CohortList(), on: day).map(\.stage) == [stage])
        }
        try await world.perform(CloseCohort(cohort: world.cohort.id), on: "2013-03-01")
        #expect(try await standing(world, on: "2013-03-02").stage == .closed)
    }

    @Test func `the list counts trainees by their states, without who was struck out`() async throws {
        let world = try await DeliveryWorld.make(.sample(roles: Self.roles))
        world.coordinated.dismiss(at: world.town)
        _ = try await world.trainee(of: world.city, "Kari Li")
        _ = try await world.trainee(of: world.town, "Anne Berg")
        let gone = try await world.trainee(of: world.city, "Ola Dunk")
        try await world.perform(RemoveTrainee(trainee: gone))
        let line = try #require(try await world.fetch(CohortList()).first)
        #expect(line.trainees == [.enrolled: 1, .blocked: 1] && line.enrolled == 2)
    }
}
