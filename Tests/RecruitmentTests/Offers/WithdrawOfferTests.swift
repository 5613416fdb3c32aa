import KohortCore
import KohortTesting
import Recruitment
import Testing

@Suite struct WithdrawOfferTests {
    @Test func `an employer takes its open offer back, and the place is free again`() async throws {
        let world = try await SelectionWorld.make()
        let offer = try await world.offer(by: 1, to: 0)
        let events = try await world.events {
            try await world.perform(WithdrawOffer(offer: offer, organisation: world.employers[1]))
        }
        #expect(events == ["recruitment.offer.withdrawn"])
        #expect(try await world.state(of: offer) == OfferOutcome(state: .withdrawn, reason: "employer"))
        _ = try await world.offer(by: 1, to: 1)
    }

    @Test func `an answered offer stands`() async throws {
        let world = try await SelectionWorld.make()
        let offer = try await world.offer(to: 0)
        try await world.perform(AcceptOffer(offer: offer, candidacy: world.candidates[0]))
        await #expect(throws: Rejection.conflict("offer.not_open")) {
            try await world.perform(WithdrawOffer(offer: offer, organisation: world.employers[0]))
        }
    }

    @Test func `another employer's offer is not there`() async throws {
        let world = try await SelectionWorld.make()
        let offer = try await world.offer(to: 0)
        await #expect(throws: Rejection.notFound) {
            try await world.perform(WithdrawOffer(offer: offer, organisation: world.employers[1]))
        }
    }
}
