import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct EndSupervisionTests {
    @Test func `a supervisor's time ends with nobody in their place, and the placement lacks one (KS11-25)`()
        async throws
    {
        let world = try await DeliveryWorld.make(.sample(roles: RoleRules(supervisorPerPeriod: true)))
        let items = world.halves()
        _ = try await world.planned(items)
        for (name, item) in zip(["Sissel", "Terje"], items) { try await world.supervisor(name, of: item.id) }
        func gaps() async throws -> [PlacementID] {
            try await world.fetch(SupervisorGaps(cohort: .id(world.cohort.id))).map(\.placement.id)
        }
        #expect(try await gaps() == [])
        let end = EndSupervision(placement: items[1].id)
        let events = try await world.events { try await world.perform(end, on: "2011-12-01") }
        #expect(events == ["delivery.supervisor.ended"])
        #expect(try await gaps() == [items[1].id])
        let until = try await world.fetch(Rows<Supervision>(rest: "order by id")).map(\.until)
        #expect(until == [nil, .day("2011-12-01")])
        await #expect(throws: Rejection.conflict("supervisor.none")) { try await world.perform(end) }
        try await world.supervisor("Anne", of: items[1].id, on: "2011-12-02")
        #expect(try await gaps() == [])
    }
}
