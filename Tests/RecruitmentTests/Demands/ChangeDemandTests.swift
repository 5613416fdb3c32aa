import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct ChangeDemandTests {
    @Test func `an employer changes its demand until the deadline`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let id = try await world.demand(of: world.umeå)
        func change(_ title: String) -> ChangeDemand {
            ChangeDemand(demand: id, organisation: world.umeå, terms: .sample(title: title, asked: 4))
        }
        let events = try await world.events { try await world.perform(change("Planner"), at: .stating) }
        #expect(events == ["recruitment.demand.changed"])
        let demand = try await world.fetch(DemandList(round: .id(world.round))).demands[0].demand
        #expect(demand.terms == .sample(title: "Planner", asked: 4))
        #expect(demand.positions == 4)
        #expect(try await world.events { try await world.perform(change("Planner"), at: .stating) } == [])
        await #expect(throws: Rejection.tooLate(.demand)) {
            try await world.perform(change("Surveyor"), at: .publishing)
        }
    }

    @Test func `another employer's demand is not found`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let id = try await world.demand(of: world.umeå)
        await #expect(throws: Rejection.notFound) {
            try await world.perform(
                ChangeDemand(demand: id, organisation: world.vännäs, terms: .sample(asked: 2)), at: .stating)
        }
    }

    @Test func `a decided demand is not changed, and a wrong change is refused`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let id = try await world.demand(of: world.umeå)
        await #expect(throws: Rejection.invalid("title", "text.required")) {
            try await world.perform(
                ChangeDemand(demand: id, organisation: world.umeå, terms: .sample(title: "")), at: .stating)
        }
        try await world.perform(ApproveDemand(demand: id, positions: 1), at: .stating)
        await #expect(throws: Rejection.conflict("demand.decided")) {
            try await world.perform(
                ChangeDemand(demand: id, organisation: world.umeå, terms: .sample(asked: 2)), at: .stating)
        }
    }
}
