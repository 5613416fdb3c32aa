import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct DecideDemandTests {
    @Test func `the lead approves fewer places than were asked for`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let id = try await world.demand(of: world.umeå, asked: 3)
        let events = try await world.events {
            try await world.perform(ApproveDemand(demand: id, positions: 2), at: .publishing)
        }
        #expect(events == ["recruitment.demand.approved"])
        let payload = try await world.fetch(WholeJournal()).last?.payload
        #expect(
            payload == """
                {"asked":3,"demand":"\(id)","organisation":"\(world.umeå)","positions":2,"round":"\(world.round)"}
                """)
        let demand = try await world.fetch(DemandList(round: .id(world.round))).demands[0].demand
        #expect(demand.state == .approved)
        #expect(demand.positions == 2)
        #expect(demand.terms.asked == 3)
        await #expect(throws: Rejection.conflict("demand.decided")) {
            try await world.perform(DeclineDemand(demand: id))
        }
    }

    @Test func `more places than were asked for are not approved`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let id = try await world.demand(of: world.umeå, asked: 3)
        await #expect(throws: Rejection.invalid("positions", "number.range", ["from": "1", "to": "3"])) {
            try await world.perform(ApproveDemand(demand: id, positions: 4))
        }
        try await world.perform(ApproveDemand(demand: id, positions: 3))
    }

    @Test func `a declined demand is no vacancy, and another can be stated`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let id = try await world.demand(of: world.umeå)
        let events = try await world.events { try await world.perform(DeclineDemand(demand: id), at: .stating) }
        #expect(events == ["recruitment.demand.declined"])
        let other = try await world.vacancy(of: world.umeå)
        try await world.publish()
        #expect(try await world.fetch(VacancyList()).vacancies.map(\.demand) == [other])
    }

    @Test func `nothing is decided in a closed round, and nothing that is not there`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let id = try await world.demand(of: world.umeå)
        await #expect(throws: Rejection.notFound) {
            try await world.perform(ApproveDemand(demand: .new(), positions: 1))
        }
        await #expect(throws: Rejection.notFound) { try await world.perform(DeclineDemand(demand: .new())) }
        try await world.perform(CloseRound(round: world.round), at: .stating)
        await #expect(throws: Rejection.conflict("round.closed")) {
            try await world.perform(ApproveDemand(demand: id, positions: 1))
        }
        await #expect(throws: Rejection.conflict("round.closed")) {
            try await world.perform(DeclineDemand(demand: id))
        }
    }
}
