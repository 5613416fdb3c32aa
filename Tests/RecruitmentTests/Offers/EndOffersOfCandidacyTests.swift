import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

@Suite struct EndOffersOfCandidacyTests {
    @Test func `a withdrawn candidacy takes its open offers with it, and nobody else's`() async throws {
        let world = try await SelectionWorld.make { plan in
            plan.reactions.on(CandidacyWithdrawn.self) { EndOffersOfCandidacy(candidacy: $0.candidacy) }
        }
        let (first, second) = (try await world.offer(to: 0), try await world.offer(by: 1, to: 0))
        let other = try await world.offer(to: 1)
        let events = try await world.events {
            try await world.perform(WithdrawCandidacy(candidacy: world.candidates[0]))
        }
        #expect(
            events == [
                "recruitment.candidacy.withdrawn", "recruitment.offer.withdrawn", "recruitment.offer.withdrawn",
            ])
        for offer in [first, second] {
            #expect(
                try await world.state(of: offer) == OfferOutcome(state: .withdrawn, reason: "candidacy_withdrawn"))
        }
        #expect(try await world.state(of: other) == OfferOutcome(state: .open))
    }

    @Test func `an accepted offer stays accepted`() async throws {
        let world = try await SelectionWorld.make { $0.closesRest = false }
        let offer = try await world.offer(to: 0)
        try await world.perform(AcceptOffer(offer: offer, candidacy: world.candidates[0]))
        try await world.perform(EndOffersOfCandidacy(candidacy: world.candidates[0]))
        #expect(try await world.state(of: offer) == OfferOutcome(state: .accepted))
    }
}
