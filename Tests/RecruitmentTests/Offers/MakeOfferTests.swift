import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

@Suite struct MakeOfferTests {
    @Test func `an offer holds the lowest free place, has a date to answer by, and is told by letter and journal`()
        async throws
    {
        let world = try await SelectionWorld.make()
        let offer = OfferID.new()
        let events = try await world.events {
            try await world.perform(world.offering(offer, to: 0))
        }
        #expect(events == ["recruitment.offer.made"])
        let line = try #require(try await world.fetch(OfferList(round: .id(world.round))).offers.first)
        #expect(line.offer.id == offer)
        #expect(line.offer.position == 1)
        #expect(line.offer.contract == .permanent)
        #expect(line.offer.state == .open)
        // Ten working days after Tuesday 1 September.
        #expect(line.offer.respondBy == .day("2026-09-15"))
        let letters = try await world.letters(of: OfferLetter.self)
        #expect(letters == [OfferLetter(offer: offer)])
    }

    @Test func `the date to answer by is counted in the round's zone`() async throws {
        let world = try await SelectionWorld.make { $0.workingDays = 1 }
        // Already Wednesday in Stockholm.
        try await world.perform(world.offering(to: 0), at: .at("2026-09-01T22:30:00Z"))
        let offers = try await world.fetch(OfferList(round: .id(world.round))).offers
        #expect(offers.map(\.offer.respondBy) == [.day("2026-09-03")])
    }

    @Test func `a second offer takes the second place, and a third one finds none left`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(world.offering(to: 0))
        try await world.perform(world.offering(to: 1))
        await #expect(throws: Rejection.conflict("offer.no_place_left")) {
            try await world.perform(world.offering(to: 2))
        }
        let offers = try await world.fetch(OfferList(round: .id(world.round))).offers
        #expect(offers.map(\.offer.position) == [2, 1])
    }

    @Test func `a place that was declined is offered again, as the lowest`() async throws {
        let world = try await SelectionWorld.make()
        let first = OfferID.new()
        try await world.perform(world.offering(first, to: 0))
        try await world.perform(world.offering(to: 1))
        try await world.perform(DeclineOffer(offer: first, candidacy: world.candidates[0]))
        try await world.perform(world.offering(to: 2))
        let offers = try await world.fetch(OfferList(round: .id(world.round))).offers
        #expect(offers.map(\.offer.position) == [1, 2, 1])
    }

    @Test func `the same candidate is not offered twice by an employer, unless the first offer has ended`() async throws
    {
        let world = try await SelectionWorld.make()
        let first = OfferID.new()
        try await world.perform(world.offering(first, to: 0))
        await #expect(throws: Rejection.conflict("offer.already_made")) {
            try await world.perform(world.offering(to: 0))
        }
        try await world.perform(WithdrawOffer(offer: first, organisation: world.employers[0]))
        try await world.perform(world.offering(to: 0))
    }

    @Test func `two employers may both make an offer to one candidate`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(world.offering(to: 0))
        try await world.perform(world.offering(by: 1, to: 0))
        #expect(try await world.fetch(OfferList(round: .id(world.round))).offers.count == 2)
    }

    @Test func `who is not qualified gets no offer, who was not assessed does`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(
            AssessCandidacy(
                candidacy: world.candidates[0], organisation: world.employers[0], verdict: .notQualified,
                reasons: [.language]))
        await #expect(throws: Rejection.conflict("offer.not_qualified")) {
            try await world.perform(world.offering(to: 0))
        }
        try await world.perform(world.offering(by: 1, to: 0))
    }

    @Test func `no offer is made before the release`() async throws {
        let world = try await SelectionWorld.make { $0.isReleased = false }
        await #expect(throws: Rejection.conflict("pool.not_released")) {
            try await world.perform(world.offering(to: 0))
        }
        try await world.release()
        try await world.perform(world.offering(to: 0))
    }

    @Test func `a draft and a withdrawn candidacy get no offer`() async throws {
        let world = try await SelectionWorld.make { $0.applicants[1].submits = false }
        try await world.perform(WithdrawCandidacy(candidacy: world.candidates[0]))
        for index in [0, 1] {
            await #expect(throws: Rejection.notFound) { try await world.perform(world.offering(to: index)) }
        }
        try await world.perform(world.offering(to: 2))
    }

    @Test func `a place is offered by its own employer alone`() async throws {
        let world = try await SelectionWorld.make()
        let other = MakeOffer(
            offer: .new(), organisation: world.employers[1], demand: world.demands[0], candidacy: world.candidates[0])
        await #expect(throws: Rejection.notFound) { try await world.perform(other) }
        let stranger = MakeOffer(
            offer: .new(), organisation: .new(), demand: world.demands[0], candidacy: world.candidates[0])
        await #expect(throws: Rejection.notFound) { try await world.perform(stranger) }
    }

    @Test func `a demand that is not approved has no place to offer`() async throws {
        let world = try await SelectionWorld.make()
        let late = DemandID.new()
        let terms = DemandTerms(title: "Late", field: "roads", competence: "an engineer", place: "Town", asked: 1)
        try await world.perform(
            StateDemandLate(id: late, round: world.round, organisation: world.employers[0], terms: terms))
        let offer = MakeOffer(
            offer: .new(), organisation: world.employers[0], demand: late, candidacy: world.candidates[0])
        await #expect(throws: Rejection.conflict("demand.not_approved")) { try await world.perform(offer) }
        try await world.perform(ApproveDemand(demand: late, positions: 1))
        try await world.perform(offer)
    }

    @Test func `a closed round makes no offers`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(CloseRound(round: world.round))
        await #expect(throws: Rejection.conflict("round.closed")) { try await world.perform(world.offering(to: 0)) }
    }

    @Test func `of 64 offers at once for two places exactly two are made`() async throws {
        let world = try await SelectionWorld.make { plan in
            plan.applicants = (1...64).map { SelectionApplicant(number: $0) }
        }
        let results = await withTaskGroup(of: Result<Done, any Error>.self) { group in
            for index in 0..<64 {
                group.addTask {
                    do { return .success(try await world.perform(world.offering(to: index))) } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: [Result<Done, any Error>]()) { $0.append($1) }
        }
        let refusals = results.compactMap { result in
            if case .failure(let error) = result { error as? Rejection } else { nil }
        }
        #expect(refusals == Array(repeating: .conflict("offer.no_place_left"), count: 62))
        let offers = try await world.fetch(OfferList(round: .id(world.round))).offers
        #expect(Set(offers.map(\.offer.position)) == [1, 2])
        #expect(offers.count == 2)
    }

    @Test func `the database itself refuses a second open offer of one place`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(world.offering(to: 0))
        await #expect {
            try await world.perform(ForcedOffer(like: world.demands[0], to: world.candidates[1]))
        } throws: { error in
            if case .constraint = error as? StoreFault { true } else { false }
        }
    }
}

/// An offer of a demand's first place that nobody checked.
private struct ForcedOffer: Command {
    static let permission = Permission("test.force")
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }
    let like: DemandID
    let to: CandidacyID

    func perform(in write: borrowing Write) throws -> Done {
        try write.execute(
            """
            insert into offer (id, round, demand, organisation, candidacy, position, contract, state, respond_by, made_at)
            select \(OfferID.new()), round, id, organisation, \(to), 1, 'permanent', 'open', '2026-10-01', 0 from demand
            where id = \(like)
            """)
        return Done()
    }
}
