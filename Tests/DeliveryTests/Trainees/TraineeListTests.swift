import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct TraineeListTests {
    private func list(_ world: DeliveryWorld, on day: String = "2011-09-15") async throws -> [TraineeList.Line] {
        try await world.fetch(TraineeList(cohort: .slug(world.cohort.slug)), on: day)
    }

    @Test func `each trainee with employer, host, mentor, and what is lacking`() async throws {
        let roles = RoleRules(
            mentor: MentorRules(independentOf: .line, chosenFrom: .anywhere), supervisorPerPeriod: true,
            beforeStart: [.coordinatorNamed])
        let world = try await DeliveryWorld.make(.sample(roles: roles))
        let trainee = try await world.planned(world.halves())
        world.coordinated.dismiss(at: world.town)
        _ = try await world.trainee(of: world.town, "Anne Berg")
        try await world.mentor("Mona Mentor", of: trainee)
        let lines = try await list(world)
        let rows = try await world.trainees()
        let mona = try Follower(
            world.person("Mona Mentor"), [world.person("Mona Mentor"): .sample("Mona Mentor")])
        let expected = [
            TraineeList.Line(
                trainee: try #require(rows.first { $0.name == "Anne Berg" }), employer: "Town", host: nil, mentor: nil,
                isMentorProposed: false, lacksSupervisor: false, missing: [.coordinatorNamed]),
            TraineeList.Line(
                trainee: try #require(rows.first { $0.name == "Kari Li" }), employer: "City", host: "City",
                mentor: mona, isMentorProposed: false, lacksSupervisor: true, missing: []),
        ]
        #expect(lines == expected)
        #expect(try await list(world, on: "2012-06-01").map(\.host) == [nil, "Middling"])
    }

    @Test func `an employer sees its own trainees and those whom it hosts, and only its own's reasons`() async throws {
        let (hosts, city) = (HostOrganisation.samples, 0)
        for (organisation, expected) in [(0, 2), (1, 1), (2, 0)] {
            let world = try await DeliveryWorld.make(allowing: .reaching([hosts[organisation].id]), hosts: hosts)
            let trainee = try await world.planned(world.halves(then: hosts[1].id))
            _ = try await world.trainee(of: hosts[city].id, "Anne Berg")
            try await world.perform(
                WithdrawTrainee(trainee: trainee, on: .day("2012-06-15"), reason: .illness), on: "2012-06-15")
            let lines = try await list(world)
            #expect(lines.count == expected)
            let kari = lines.first { $0.trainee.name == "Kari Li" }
            #expect(kari?.trainee.endReason == (organisation == city ? .illness : nil))
        }
    }

    @Test func `one who was struck out is in no list`() async throws {
        let world = try await DeliveryWorld.make()
        let trainee = try await world.trainee()
        #expect(try await list(world).count == 1)
        try await world.perform(RemoveTrainee(trainee: trainee))
        #expect(try await list(world) == [])
    }
}
