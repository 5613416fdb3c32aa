import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct NameSupervisorTests {
    private func supervisions(_ world: DeliveryWorld) async throws -> [Supervision] {
        try await world.fetch(Rows<Supervision>(rest: "order by from_on, id"))
    }

    @Test func `a placement has one supervisor at a time, the former kept as history (KS11-21, BD-10)`() async throws {
        let world = try await DeliveryWorld.make()
        let items = world.halves()
        _ = try await world.planned(items)
        var ids: [SupervisionID] = []
        let events = try await world.events {
            ids.append(try await world.supervisor("Sissel", of: items[0].id))
            ids.append(try await world.supervisor("Sissel", of: items[0].id))
            ids.append(try await world.supervisor("Terje", of: items[0].id, on: "2011-12-01"))
        }
        #expect(events == ["delivery.supervisor.named", "delivery.supervisor.ended", "delivery.supervisor.named"])
        let expected = [
            Supervision(
                id: ids[0], placement: items[0].id, person: try world.person("Sissel"), holdsAuthority: false,
                from: .day("2011-09-15"), until: .day("2011-12-01")),
            Supervision(
                id: ids[2], placement: items[0].id, person: try world.person("Terje"), holdsAuthority: false,
                from: .day("2011-12-01")),
        ]
        #expect(try await supervisions(world) == expected)
    }

    @Test func `the supervisor may hold the employer's authority where the programme says so (KS11-28)`() async throws {
        for mayBe in [true, false] {
            let world = try await DeliveryWorld.make(.sample(roles: RoleRules(supervisorMayBeEmployer: mayBe)))
            let items = world.halves()
            _ = try await world.planned(items)
            try await world.supervisor("Sissel", of: items[0].id)
            let faults = try await world.faults {
                try await world.supervisor("Sissel", of: items[0].id, holdsAuthority: true)
            }
            #expect(faults == (mayBe ? [] : ["supervisor.authority"]))
            #expect(try await supervisions(world).map(\.holdsAuthority) == [mayBe])
        }
    }

    @Test func `nobody supervises themselves`() async throws {
        let world = try await DeliveryWorld.make()
        let items = world.halves()
        _ = try await world.planned(items, "Kari Li")
        await #expect(throws: Rejection.conflict("supervisor.is_trainee")) {
            try await world.supervisor("Kari Li", of: items[0].id)
        }
        try await world.supervisor("Kari Ås", of: items[0].id)
    }

    @Test func `the period at KS has a supervisor of its own (KS11-30)`() async throws {
        let world = try await DeliveryWorld.make(.sample(periods: .withOptional))
        let optional = PlacementItem.sample(0, at: world.partner, "2011-10-01", "2011-12-01", optional: "ks-period")
        let items = [
            PlacementItem.sample(1, at: world.city, "2011-12-01", "2012-06-01"),
            .sample(2, at: world.middling, "2012-06-01", "2013-03-01"), optional,
        ]
        _ = try await world.planned(items)
        try await world.supervisor("Sissel", of: items[0].id)
        try await world.supervisor("Sissel", of: items[1].id)
        await #expect(throws: Rejection.conflict("supervisor.not_own")) {
            try await world.supervisor("Sissel", of: optional.id)
        }
        try await world.supervisor("Terje", of: optional.id)
        await #expect(throws: Rejection.conflict("supervisor.not_own")) {
            try await world.supervisor("Terje", of: items[1].id)
        }
    }

    @Test func `another host asks for another supervisor, other dates do not (KS11-25)`() async throws {
        let world = try await DeliveryWorld.make()
        let items = world.halves()
        let trainee = try await world.planned(items)
        try await world.supervisor("Sissel", of: items[1].id)
        func move(_ host: OrganisationID, _ start: String) async throws -> [String] {
            try await world.events {
                try await world.perform(
                    MovePlacement(
                        trainee: trainee, placement: items[1].id, host: host, startsOn: .day(start),
                        endsBefore: .day("2013-03-01")))
            }
        }
        #expect(try await move(world.middling, "2012-06-15") == ["delivery.placement.moved"])
        #expect(
            try await move(world.town, "2012-06-15") == ["delivery.placement.moved", "delivery.supervisor.ended"])
    }

    @Test func `placements without a supervisor are told, the next first, until they are over (KS11-25)`() async throws
    {
        let world = try await DeliveryWorld.make(.sample(roles: RoleRules(supervisorPerPeriod: true)))
        let items = world.halves()
        _ = try await world.planned(items)
        func gaps(on day: String = "2011-09-15") async throws -> [PlacementID] {
            try await world.fetch(SupervisorGaps(cohort: .id(world.cohort.id)), on: day).map(\.placement.id)
        }
        #expect(try await gaps() == items.map(\.id))
        #expect(try await gaps(on: "2012-05-31") == items.map(\.id))
        #expect(try await gaps(on: "2012-06-01") == [items[1].id])
        try await world.supervisor("Sissel", of: items[0].id)
        #expect(try await gaps() == [items[1].id])
        let free = try await DeliveryWorld.make()
        _ = try await free.planned(free.halves())
        #expect(try await free.fetch(SupervisorGaps(cohort: .id(free.cohort.id))) == [])
    }
}
