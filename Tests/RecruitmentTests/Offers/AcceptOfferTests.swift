import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

@Suite struct AcceptOfferTests {
    @Test func `where one acceptance closes the rest, the other offers are taken back and the candidacy is closed`()
        async throws
    {
        let world = try await SelectionWorld.make()
        let (first, second) = (try await world.offer(to: 0), try await world.offer(by: 1, to: 0))
        let somebodyElses = try await world.offer(to: 1)
        let events = try await world.events {
            try await world.perform(AcceptOffer(offer: first, candidacy: world.candidates[0]))
        }
        #expect(events == ["recruitment.offer.accepted", "recruitment.offer.withdrawn"])
        #expect(try await world.state(of: first) == OfferOutcome(state: .accepted))
        #expect(try await world.state(of: second) == OfferOutcome(state: .withdrawn, reason: "other_accepted"))
        #expect(try await world.state(of: somebodyElses) == OfferOutcome(state: .open))
        #expect(try await world.candidacyState(0) == .closed)
        #expect(try await world.candidacyState(1) == .submitted)
    }

    @Test func `where it does not, the other offers and the candidacy stay open`() async throws {
        let world = try await SelectionWorld.make { $0.closesRest = false }
        let (first, second) = (try await world.offer(to: 0), try await world.offer(by: 1, to: 0))
        let events = try await world.events {
            try await world.perform(AcceptOffer(offer: first, candidacy: world.candidates[0]))
        }
        #expect(events == ["recruitment.offer.accepted"])
        #expect(try await world.state(of: second) == OfferOutcome(state: .open))
        #expect(try await world.candidacyState(0) == .submitted)
        try await world.perform(AcceptOffer(offer: second, candidacy: world.candidates[0]))
    }

    @Test func `an answer counts until the last day has ended in the round's zone`() async throws {
        let world = try await SelectionWorld.make { $0.closesRest = false }
        let (first, second) = (try await world.offer(to: 0), try await world.offer(to: 1))
        let lastMoment = Instant.at("2026-09-15T21:59:59Z")
        try await world.perform(AcceptOffer(offer: first, candidacy: world.candidates[0]), at: lastMoment)
        let deadline = Deadline(.day("2026-09-15"), in: .stockholm)
        await #expect(throws: Rejection.tooLate(deadline)) {
            try await world.perform(
                AcceptOffer(offer: second, candidacy: world.candidates[1]), at: .at("2026-09-15T22:00:00Z"))
        }
        try await world.perform(ExpireOffers(), at: .at("2026-09-16T08:00:00Z"))
        await #expect(throws: Rejection.tooLate(deadline)) {
            try await world.perform(
                AcceptOffer(offer: second, candidacy: world.candidates[1]), at: .at("2026-09-16T09:00:00Z"))
        }
    }

    @Test func `an offer is answered once`() async throws {
        let world = try await SelectionWorld.make()
        let offer = try await world.offer(to: 0)
        let acceptance = AcceptOffer(offer: offer, candidacy: world.candidates[0])
        try await world.perform(acceptance)
        await #expect(throws: Rejection.conflict("offer.not_open")) { try await world.perform(acceptance) }
        await #expect(throws: Rejection.conflict("offer.not_open")) {
            try await world.perform(DeclineOffer(offer: offer, candidacy: world.candidates[0]))
        }
    }

    @Test func `somebody else's offer is not there`() async throws {
        let world = try await SelectionWorld.make()
        let offer = try await world.offer(to: 0)
        await #expect(throws: Rejection.notFound) {
            try await world.perform(AcceptOffer(offer: offer, candidacy: world.candidates[1]))
        }
        await #expect(throws: Rejection.notFound) {
            try await world.perform(AcceptOffer(offer: .new(), candidacy: world.candidates[0]))
        }
    }

    @Test func `a withdrawn candidacy accepts nothing`() async throws {
        let world = try await SelectionWorld.make { $0.closesRest = false }
        let offer = try await world.offer(to: 0)
        let acceptance = AcceptOffer(offer: offer, candidacy: world.candidates[0])
        try await world.perform(WithdrawCandidacy(candidacy: world.candidates[0]))
        await #expect(throws: Rejection.conflict("candidacy.ended")) { try await world.perform(acceptance) }
    }

    @Test func `of 64 acceptances at once of one offer one counts`() async throws {
        let world = try await SelectionWorld.make()
        let offer = try await world.offer(to: 0)
        let accepted = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    let outcome = try? await world.perform(AcceptOffer(offer: offer, candidacy: world.candidates[0]))
                    return outcome != nil
                }
            }
            return await group.reduce(0) { $1 ? $0 + 1 : $0 }
        }
        #expect(accepted == 1)
        #expect(try await world.journal().count { $0.name == OfferAccepted.name } == 1)
    }
}

extension SelectionWorld {
    /// Where a candidacy stands, as its applicant sees it.
    func candidacyState(_ index: Int) async throws -> CandidacyState {
        try await fetch(OwnCandidacy(candidacy: candidates[index])).candidacy.state
    }
}
