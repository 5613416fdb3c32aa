import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct StateDemandLateTests {
    @Test func `the lead takes a late demand, and the journal says so`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let id = DemandID.new()
        let late = StateDemandLate(id: id, round: world.round, organisation: world.umeå, terms: .sample())
        let events = try await world.events { try await world.perform(late, at: .publishing) }
        #expect(events == ["recruitment.demand.deadline_overridden"])
        let payload = try await world.fetch(WholeJournal()).last?.payload
        #expect(
            payload == """
                {"asked":1,"deadline":"2027-02-14","demand":"\(id)","organisation":"\(world.umeå)",\
                "round":"\(world.round)"}
                """)
        let demand = try await world.fetch(DemandList(round: .id(world.round))).demands[0].demand
        #expect(demand.isLate)
        #expect(demand.statedAt == .publishing)
    }

    @Test func `in time there is nothing to override`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let early = StateDemandLate(id: .new(), round: world.round, organisation: world.umeå, terms: .sample())
        await #expect(throws: Rejection.conflict("demand.in_time")) { try await world.perform(early, at: .stating) }
    }

    @Test func `who is no member is refused all the same, and so are wrong terms`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let foreign = StateDemandLate(id: .new(), round: world.round, organisation: world.outsider, terms: .sample())
        await #expect(throws: Rejection.conflict("organisation.not_member")) {
            try await world.perform(foreign, at: .publishing)
        }
        let wrong = StateDemandLate(id: .new(), round: world.round, organisation: world.umeå, terms: .sample(asked: 0))
        await #expect(throws: Rejection.invalid("asked", "number.range", ["from": "1", "to": "100"])) {
            try await world.perform(wrong, at: .publishing)
        }
        try await world.perform(CloseRound(round: world.round), at: .publishing)
        let closed = StateDemandLate(id: .new(), round: world.round, organisation: world.umeå, terms: .sample())
        await #expect(throws: Rejection.conflict("round.closed")) { try await world.perform(closed, at: .publishing) }
    }
}
