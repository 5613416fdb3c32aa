import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

/// The line is checked on naming a mentor, a supervisor or a manager, on marking, and on planning (KS11-22).
@Suite struct LineTests {
    @Test func `a mentor in the line is refused: supervisor, manager or marked`() async throws {
        let world = try await DeliveryWorld.make()
        let items = world.halves()
        let trainee = try await world.planned(items)
        try await world.supervisor("Sissel Supervisor", of: items[1].id)
        let roads = try #require(world.unit(0, of: world.city))
        try await world.perform(
            NameManager(organisation: world.city, unit: roads, contact: try .sample("Magne Manager")))
        try await world.perform(MarkAsLine(trainee: trainee, contact: try .sample("Marta Marked")))
        for name in ["Sissel Supervisor", "Magne Manager", "Marta Marked"] {
            await #expect(throws: Rejection.conflict("mentor.in_line")) { try await world.mentor(name, of: trainee) }
        }
        let unmark = UnmarkLine(trainee: trainee, person: try world.person("Marta Marked"))
        try await world.perform(unmark)
        await #expect(throws: Rejection.notFound) { try await world.perform(unmark) }
        try await world.mentor("Marta Marked", of: trainee)
    }

    @Test func `past placements make no line`() async throws {
        let world = try await DeliveryWorld.make()
        let items = world.halves()
        let trainee = try await world.planned(items)
        let roads = try #require(world.unit(0, of: world.city))
        try await world.supervisor("Sissel Supervisor", of: items[0].id)
        try await world.perform(
            NameManager(organisation: world.city, unit: roads, contact: try .sample("Magne Manager")))
        for name in ["Sissel Supervisor", "Magne Manager"] {
            await #expect(throws: Rejection.conflict("mentor.in_line")) {
                try await world.mentor(name, of: trainee, on: "2012-05-31")
            }
            try await world.mentor(name, of: trainee, on: "2012-06-01")
        }
    }

    @Test func `the mentor becomes neither supervisor nor manager, nor is marked as line`() async throws {
        let world = try await DeliveryWorld.make()
        let items = world.halves()
        let trainee = try await world.planned(items)
        try await world.mentor("Mona Mentor", of: trainee)
        let contact = try Contact.sample("Mona Mentor")
        let (roads, water) = (world.unit(0, of: world.city), world.unit(1, of: world.city))
        await #expect(throws: Rejection.conflict("supervisor.is_mentor")) {
            try await world.supervisor("Mona Mentor", of: items[1].id)
        }
        await #expect(throws: Rejection.conflict("manager.is_mentor")) {
            try await world.perform(
                NameManager(organisation: world.city, unit: try #require(roads), contact: contact))
        }
        await #expect(throws: Rejection.conflict("line.is_mentor")) {
            try await world.perform(MarkAsLine(trainee: trainee, contact: contact))
        }
        try await world.supervisor("Sissel Supervisor", of: items[1].id)
        let events = try await world.events {
            try await world.perform(NameManager(organisation: world.city, unit: try #require(water), contact: contact))
            try await world.perform(MarkAsLine(trainee: trainee, contact: try .sample("Marta Marked")))
            try await world.perform(MarkAsLine(trainee: trainee, contact: try .sample("Marta Marked")))
        }
        #expect(events == ["delivery.manager.named", "delivery.line.marked"])
    }

    @Test func `a placement in the mentor's own unit is refused`() async throws {
        let world = try await DeliveryWorld.make()
        let items = world.halves()
        let trainee = try await world.planned(items)
        let (roads, water) = (world.unit(0, of: world.middling), world.unit(1, of: world.middling))
        try await world.perform(
            NameManager(
                organisation: world.middling, unit: try #require(roads), contact: try .sample("Mona Mentor")))
        try await world.mentor("Mona Mentor", of: trainee)
        func move(_ unit: UnitID?) -> MovePlacement {
            MovePlacement(
                trainee: trainee, placement: items[1].id, host: world.middling, unit: unit,
                startsOn: .day("2012-06-01"), endsBefore: .day("2013-03-01"))
        }
        await #expect(throws: Rejection.conflict("placement.breaks_mentor")) { try await world.perform(move(roads)) }
        try await world.perform(move(water))
    }

    @Test func `a rotation to the mentor's organisation is refused where mentors stand outside it (ROM-4)`()
        async throws
    {
        let world = try await DeliveryWorld.make(.romerike)
        let trainee = try await world.trainee()
        try await world.perform(NameToPool(organisation: world.town, contact: try .sample("Mona Mentor")))
        try await world.mentor("Mona Mentor", of: trainee)
        func plan(_ host: OrganisationID) -> PlanPlacements {
            PlanPlacements(
                trainee: trainee,
                items: [
                    .sample(1, at: world.city, "2011-09-01", "2012-03-01"),
                    .sample(2, at: host, "2012-03-01", "2012-09-01"),
                    .sample(3, at: world.city, "2012-09-01", "2013-03-01"),
                ])
        }
        await #expect(throws: Rejection.conflict("placement.breaks_mentor")) {
            try await world.perform(plan(world.town), on: "2011-06-02")
        }
        #expect(try await world.placements(of: trainee) == [])
        try await world.perform(plan(world.middling), on: "2011-06-02")
    }

    @Test func `a manager is named for a unit of the organisation alone`() async throws {
        let world = try await DeliveryWorld.make()
        let foreign = try #require(world.unit(0, of: world.town))
        let contact = try Contact.sample("Magne Manager")
        await #expect(throws: Rejection.notFound) {
            try await world.perform(NameManager(organisation: world.city, unit: foreign, contact: contact))
        }
        try await world.perform(NameManager(organisation: world.town, unit: foreign, contact: contact))
    }
}
