import KohortCore
import KohortTesting
import Recruitment
import Testing

@Suite struct DeclineOfferTests {
    @Test func `declining leaves the candidacy and the other offers as they are`() async throws {
        let world = try await SelectionWorld.make()
        let (first, second) = (try await world.offer(to: 0), try await world.offer(by: 1, to: 0))
        let events = try await world.events {
            try await world.perform(DeclineOffer(offer: first, candidacy: world.candidates[0], reason: .studies))
        }
        #expect(events == ["recruitment.offer.declined"])
        #expect(try await world.state(of: first) == OfferOutcome(state: .declined, reason: "studies"))
        #expect(try await world.state(of: second) == OfferOutcome(state: .open))
        #expect(try await world.candidacyState(0) == .submitted)
    }

    @Test func `a reason need not be given`() async throws {
        let world = try await SelectionWorld.make()
        let offer = try await world.offer(to: 0)
        try await world.perform(DeclineOffer(offer: offer, candidacy: world.candidates[0]))
        #expect(try await world.state(of: offer) == OfferOutcome(state: .declined))
    }

    @Test func `after the last day it is too late`() async throws {
        let world = try await SelectionWorld.make()
        let decline = DeclineOffer(offer: try await world.offer(to: 0), candidacy: world.candidates[0])
        await #expect(throws: Rejection.tooLate(Deadline(.day("2026-09-15"), in: .stockholm))) {
            try await world.perform(decline, at: .at("2026-09-15T22:00:00Z"))
        }
        try await world.perform(decline, at: .at("2026-09-15T21:59:59Z"))
    }

    @Test func `somebody else's offer is not there`() async throws {
        let world = try await SelectionWorld.make()
        let offer = try await world.offer(to: 0)
        await #expect(throws: Rejection.notFound) {
            try await world.perform(DeclineOffer(offer: offer, candidacy: world.candidates[1]))
        }
    }
}
