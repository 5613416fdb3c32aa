import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct WithdrawDemandTests {
    @Test func `a withdrawn demand is no vacancy any more`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let withdrawal = WithdrawDemand(demand: places[0], organisation: world.umeå)
        let events = try await world.events { try await world.perform(withdrawal) }
        #expect(events == ["recruitment.demand.withdrawn"])
        #expect(try await world.fetch(VacancyList()).vacancies.map(\.demand) == [places[1]])
        await #expect(throws: Rejection.conflict("demand.ended")) { try await world.perform(withdrawal) }
    }

    @Test func `another employer's demand is not found`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        await #expect(throws: Rejection.notFound) {
            try await world.perform(WithdrawDemand(demand: places[0], organisation: world.vännäs))
        }
    }

    @Test func `with an offer that is open it stays`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let candidacy = try await world.apply(.complete(places)).candidacy
        func offer(isOpen: Bool) -> PlaceOffer {
            PlaceOffer(
                demand: places[0], organisation: world.umeå, candidacy: candidacy, round: world.round, isOpen: isOpen)
        }
        let withdrawal = WithdrawDemand(demand: places[0], organisation: world.umeå)
        try await world.perform(offer(isOpen: true))
        await #expect(throws: Rejection.conflict("demand.has_offers")) { try await world.perform(withdrawal) }
        try await world.perform(offer(isOpen: false))
        try await world.perform(withdrawal)
    }

    @Test func `once the round is closed nothing is withdrawn`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        try await world.perform(CloseRound(round: world.round), at: .afterwards)
        await #expect(throws: Rejection.conflict("round.closed")) {
            try await world.perform(WithdrawDemand(demand: places[0], organisation: world.umeå), at: .afterwards)
        }
    }
}
