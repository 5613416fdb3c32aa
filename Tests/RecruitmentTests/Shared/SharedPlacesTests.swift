import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

@Suite(.enabled(if: TestEngine.isShared, "one process has a folder to itself"))
struct SharedPlacesTests {
    @Test func `three daemons that offer two places at once to twelve make two offers`() async throws {
        let world = try await SelectionWorld.make { $0.applicants = (1...12).map { SelectionApplicant(number: $0) } }
        let daemons = try world.test.daemons(3)
        let tries = world.candidates.indices.map { (daemons[$0 % 3], world.offering(to: $0)) }
        let results = await atOnce(tries) { daemon, offering in
            try await daemon.perform(offering, at: SelectionWorld.now)
        }
        #expect(results.successes().count == 2)
        let refusals = results.failures().map { $0 as? Rejection }
        #expect(refusals == Array(repeating: .conflict("offer.no_place_left"), count: 10))
        let offers = try await world.fetch(OfferList(round: .id(world.round))).offers.map(\.offer)
        #expect(offers.map(\.position).sorted() == [1, 2])
    }

    @Test func `an offer that is accepted at three daemons at once is accepted once`() async throws {
        let world = try await SelectionWorld.make()
        let acceptance = AcceptOffer(offer: try await world.offer(to: 0), candidacy: world.candidates[0])
        let before = try await world.journal().last?.number ?? 0
        let results = await atOnce(try world.test.daemons(3)) {
            try await $0.perform(acceptance, at: SelectionWorld.now)
        }
        #expect(results.successes().count == 1)
        #expect(try await world.journal(after: before).map(\.name) == ["recruitment.offer.accepted"])
    }

    @Test func `of an acceptance and a withdrawal at two daemons, one counts`() async throws {
        let world = try await SelectionWorld.make()
        for number in 0..<2 {
            let offer = try await world.offer(to: number)
            let daemons = try world.test.daemons(2)
            let accept = AcceptOffer(offer: offer, candidacy: world.candidates[number])
            let withdraw = WithdrawOffer(offer: offer, organisation: world.employers[0])
            async let accepted = atOnce([daemons[0]]) { try await $0.perform(accept, at: SelectionWorld.now) }
            async let withdrawn = atOnce([daemons[1]]) { try await $0.perform(withdraw, at: SelectionWorld.now) }
            let counted = [await accepted.successes().count, await withdrawn.successes().count]
            #expect(counted.reduce(0, +) == 1)
            let state = try await world.state(of: offer)?.state
            #expect(state == (counted[0] == 1 ? .accepted : .withdrawn))
        }
    }

    @Test func `offers that three daemons find expired expire once`() async throws {
        let world = try await SelectionWorld.make()
        for number in 0..<2 { _ = try await world.offer(to: number) }
        let before = try await world.journal().last?.number ?? 0
        let results = await atOnce(try world.test.daemons(3)) {
            try await $0.perform(ExpireOffers(), at: .at("2026-09-15T22:00:00Z"))
        }
        #expect(results.successes().sorted() == [0, 0, 2])
        let events = try await world.journal(after: before).map(\.name)
        #expect(events == ["recruitment.offer.expired", "recruitment.offer.expired"])
    }

    @Test func `an application that is sent to three daemons at once is one application`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let apply = ApplyForPlaces(
            id: .new(), round: world.round, form: .complete(places), documents: [.cv()], submits: true)
        let results = await atOnce(try world.test.daemons(3)) { daemon in
            try await daemon.perform(apply, by: .anonymous, at: .applying).number
        }
        #expect(results.successes() == [1])
        let refusals = results.failures().map { $0 as? Rejection }
        #expect(refusals == [.conflict("candidacy.exists"), .conflict("candidacy.exists")])
    }

    @Test func `a request that is repeated at other daemons under one key is answered as it was`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let apply = ApplyForPlaces(
            id: .new(), round: world.round, form: .complete(places), documents: [.cv()], submits: true)
        let key = IdempotencyKey(key: "once", fingerprint: "the same")
        let results = await atOnce(try world.test.daemons(3)) { daemon in
            try await daemon.store.perform(apply, by: .anonymous, at: .applying, idempotency: key).number
        }
        #expect(results.successes() == [1, 1, 1])
        #expect(try await world.apply(.complete(places, email: "another@example.org")).number == 2)
    }
}
