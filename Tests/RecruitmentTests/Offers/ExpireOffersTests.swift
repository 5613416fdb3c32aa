import KohortCore
import KohortTesting
import Recruitment
import Testing

@Suite struct ExpireOffersTests {
    @Test func `open offers whose last day has ended expire, once, and no others`() async throws {
        let world = try await SelectionWorld.make()
        let (first, second) = (try await world.offer(to: 0), try await world.offer(to: 1))
        try await world.perform(DeclineOffer(offer: second, candidacy: world.candidates[1]))
        #expect(try await world.perform(ExpireOffers(), at: .at("2026-09-15T21:59:59Z")) == 0)
        let events = try await world.events {
            let expired = try await world.perform(ExpireOffers(), at: .at("2026-09-15T22:00:00Z"))
            let again = try await world.perform(ExpireOffers(), at: .at("2026-09-15T22:00:00Z"))
            #expect([expired, again] == [1, 0])
        }
        #expect(events == ["recruitment.offer.expired"])
        #expect(try await world.state(of: first) == OfferOutcome(state: .expired))
        #expect(try await world.state(of: second) == OfferOutcome(state: .declined))
    }

    @Test func `the time of the next expiry is known, and none while no offer is open`() async throws {
        let world = try await SelectionWorld.make()
        #expect(try await world.fetch(NextOfferEnd()) == nil)
        let offer = try await world.offer(to: 0)
        #expect(try await world.fetch(NextOfferEnd()) == .at("2026-09-15T22:00:00Z"))
        try await world.perform(DeclineOffer(offer: offer, candidacy: world.candidates[0]))
        #expect(try await world.fetch(NextOfferEnd()) == nil)
    }

    @Test func `the place goes to the next in rank`() async throws {
        let world = try await SelectionWorld.make()
        let (round, employer) = (world.round, world.employers[1])
        try await world.perform(
            ArrangeRanking(
                round: round, organisation: employer, candidacies: [world.candidates[2], world.candidates[0]]))
        _ = try await world.offer(by: 1, to: 2)
        let board = RankingBoard(round: .id(round), organisation: employer)
        #expect(try await world.fetch(board).next == nil)
        let later = Instant.at("2026-09-16T08:00:00Z")
        try await world.perform(ExpireOffers(), at: later)
        let next = try #require(try await world.fetch(board, at: later).next)
        #expect(next.candidacy == world.candidates[0])
        #expect(next.position == 2)
    }
}
