import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct DemandListTests {
    @Test func `the lead sees all, by the employers' names`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let vännäs = try await world.demand(of: world.vännäs)
        let umeå = try await world.demand(of: world.umeå)
        let list = try await world.fetch(DemandList(round: .id(world.round)))
        #expect(list.demands.map(\.demand.id) == [umeå, vännäs])
        #expect(list.demands.map(\.organisation.name) == ["Umeå", "Vännäs"])
        #expect(list.round.id == world.round)
    }

    @Test func `an employer sees its own`() async throws {
        let reaching = Reaching()
        let world = try await RecruitmentWorld.make(allowing: reaching.authority)
        reaching.set([world.vännäs])
        try await world.plan()
        let demand = try await world.demand(of: world.vännäs)
        _ = try await world.demand(of: world.umeå)
        let all = try await world.fetch(DemandList(round: .id(world.round)))
        #expect(all.demands.count == 2)
        let seen = try await world.fetch(DemandList(round: .id(world.round)), by: .person(.new()))
        #expect(seen.demands.map(\.demand.id) == [demand])
    }
}
