import Delivery
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp

/// Rights and reactions as the composition has them: who is named gets the role, and loses it when it ends.
@Suite struct DeliveryRolesTests {
    @Test func `the host names the supervisor of its own placement and plans nothing`() async throws {
        let world = try await RolesWorld.make()
        let (city, town) = (try await world.coordinator(of: world.city), try await world.coordinator(of: world.town))
        let plan = PlanPlacements(trainee: world.trainee, items: world.items)
        await #expect(throws: Rejection.notFound) { try await world.perform(plan, by: town) }
        try await world.perform(plan, by: city)
        func naming(_ item: Int) throws -> NameSupervisor {
            NameSupervisor(id: .new(), placement: world.items[item].id, contact: try world.contact("Sissel"))
        }
        await #expect(throws: Rejection.notFound) { try await world.perform(try naming(0), by: town) }
        try await world.perform(try naming(1), by: town)
        try await world.perform(try naming(0), by: city)
    }

    @Test func `a mentor reads the trainee from accepting until another takes over`() async throws {
        let world = try await RolesWorld.make()
        let city = try await world.coordinator(of: world.city)
        let (mona, first) = try await world.propose("Mona", by: city)
        let reading = TraineeDetail(trainee: world.trainee)
        await #expect(throws: Rejection.forbidden) { _ = try await world.test.fetch(reading, by: mona) }
        #expect(try await world.test.fetch(MyTrainees(), by: mona).asMentor.count == 1)
        try await world.perform(AcceptMentorship(trainee: world.trainee, mentorship: first), by: mona)
        #expect(try await world.test.fetch(reading, by: mona).trainee.id == world.trainee)

        let (nils, second) = try await world.propose("Nils", by: city)
        #expect(try await world.test.fetch(reading, by: mona).trainee.id == world.trainee)
        try await world.perform(AcceptMentorship(trainee: world.trainee, mentorship: second), by: nils)
        await #expect(throws: Rejection.forbidden) {
            _ = try await world.test.fetch(reading, by: mona, at: .at("2026-09-01T10:00:01Z"))
        }
        #expect(try await world.test.fetch(reading, by: nils).trainee.id == world.trainee)
    }

    @Test func `a supervisor reads the trainee whom the placement is of, and no other`() async throws {
        let world = try await RolesWorld.make()
        let city = try await world.coordinator(of: world.city)
        try await world.perform(PlanPlacements(trainee: world.trainee, items: world.items), by: city)
        try await world.perform(
            NameSupervisor(id: .new(), placement: world.items[0].id, contact: try world.contact("Sissel")), by: city)
        let other = try await world.enter("Ola")
        let sissel = try await world.actor("Sissel")
        #expect(try await world.test.fetch(TraineeDetail(trainee: world.trainee), by: sissel).placements.count == 2)
        await #expect(throws: Rejection.notFound) {
            _ = try await world.test.fetch(TraineeDetail(trainee: other), by: sissel)
        }
        await #expect(throws: Rejection.forbidden) {
            try await world.perform(
                PlanPlacements(trainee: world.trainee, items: world.items), by: sissel)
        }
    }

    @Test func `a supervisor reads the trainee until another takes over`() async throws {
        let world = try await RolesWorld.make()
        let city = try await world.coordinator(of: world.city)
        try await world.perform(PlanPlacements(trainee: world.trainee, items: world.items), by: city)
        func name(_ name: String) async throws -> Actor {
            let contact = try world.contact(name)
            let naming = NameSupervisor(id: .new(), placement: world.items[0].id, contact: contact)
            try await world.perform(naming, by: city)
            return try await world.actor(name)
        }
        let reading = TraineeDetail(trainee: world.trainee)
        let sissel = try await name("Sissel")
        #expect(try await world.test.fetch(reading, by: sissel).trainee.id == world.trainee)
        let truls = try await name("Truls")
        await #expect(throws: Rejection.forbidden) {
            _ = try await world.test.fetch(reading, by: sissel, at: .at("2026-09-01T10:00:01Z"))
        }
        #expect(try await world.test.fetch(reading, by: truls).trainee.id == world.trainee)
    }

    @Test func `who is struck out is a trainee no longer, nor is their mentor a mentor`() async throws {
        let world = try await RolesWorld.make()
        let (mona, mentorship) = try await world.propose("Mona", by: try await world.coordinator(of: world.city))
        try await world.perform(AcceptMentorship(trainee: world.trainee, mentorship: mentorship), by: mona)
        let (kari, reading) = (try await world.actor("Kari"), TraineeDetail(trainee: world.trainee))
        for actor in [kari, mona] {
            #expect(try await world.test.fetch(reading, by: actor).trainee.id == world.trainee)
        }
        try await world.perform(RemoveTrainee(trainee: world.trainee), by: world.lead)
        for actor in [kari, mona] {
            await #expect(throws: Rejection.forbidden) {
                _ = try await world.test.fetch(reading, by: actor, at: .at("2026-09-01T10:00:01Z"))
            }
        }
    }

    @Test func `only the lead says that a trainee has completed`() async throws {
        let world = try await RolesWorld.make()
        let city = try await world.coordinator(of: world.city)
        let completing = CompleteTrainee(trainee: world.trainee, on: .init(daysSince1970: 20_880))
        await #expect(throws: Rejection.forbidden) { try await world.perform(completing, by: city) }
        await #expect(throws: Rejection.invalid("on", "date.between", ["from": "2028-02-29", "to": "2028-02-29"])) {
            try await world.perform(completing, by: world.lead)
        }
    }

    @Test func `a mentor or supervisor of an organisation at large reads nobody's months`() async throws {
        let world = try await RolesWorld.make()
        let reading = TraineeDetail(trainee: world.trainee)
        for role in [Role.mentor, .supervisor] {
            let invited = try await world.invited("\(role)", role, on: .organisation(world.city))
            await #expect(throws: Rejection.forbidden) { _ = try await world.test.fetch(reading, by: invited) }
        }
        let coordinator = try await world.coordinator(of: world.city)
        #expect(try await world.test.fetch(reading, by: coordinator).trainee.id == world.trainee)
    }
}
