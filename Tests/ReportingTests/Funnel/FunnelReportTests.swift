import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Reporting
import Testing

@Suite struct FunnelReportTests {
    @Test func `400 persons for twelve positions are counted once, by employer, channel and stage`() async throws {
        let world = try await FunnelWorld.make()
        try await world.plan()
        try await world.publish()
        try await world.applyTwice()
        try await world.apply()
        try await world.perform(ReleasePool(round: world.round))
        try await world.select()
        try await world.fill()
        try await world.nominate()

        let funnel = try await world.test.fetch(FunnelReport(round: try Slug("2027")))
        #expect([funnel.persons, funnel.positions, funnel.nominations] == [400, 12, 1])
        #expect([funnel.candidacies, funnel.withdrawn] == [402, 2])
        #expect(funnel.perPosition == 400.0 / 12)
        #expect(funnel.employers.map(\.organisation) == world.employers)
        #expect(funnel.employers.map(\.positions) == [2, 2, 2, 2, 1, 1, 1, 1])
        #expect(funnel.employers.map(\.persons) == [45, 71, 51, 51, 51, 51, 50, 50])
        #expect(funnel.employers.first?.perPosition == 22.5)
        #expect(
            funnel.channels.map { [$0.channel ?? "none", "\($0.persons)"] } == [
                ["agency", "80"], ["guide", "80"], ["paper", "80"], ["press", "0"], ["university", "80"],
                ["none", "80"],
            ])
        #expect(funnel.stages.map(\.stage) == [.submitted, .qualified, .ranked, .offered, .accepted])
        #expect(funnel.stages.map(\.persons) == [400, 32, 7, 13, 12])
    }

    @Test func `a round in which nothing has happened has no ratio and no rows`() async throws {
        let world = try await FunnelWorld.make()
        try await world.plan("2028", as: .new())
        try await world.plan()
        try await world.publish()
        try await world.apply(.new(), as: 1)
        let funnel = try await world.test.fetch(FunnelReport(round: try Slug("2028")))
        #expect(
            [funnel.persons, funnel.candidacies, funnel.withdrawn, funnel.positions, funnel.nominations] == [
                0, 0, 0, 0, 0,
            ])
        #expect(funnel.perPosition == nil)
        #expect(funnel.employers.isEmpty && funnel.channels.isEmpty)
        #expect(funnel.stages.map(\.persons) == [0, 0, 0, 0, 0])
        #expect(try await world.test.fetch(FunnelReport(round: try Slug("2027"))).persons == 1)
    }

    @Test func `a wish for a demand that was withdrawn counts for nobody, the person still does`() async throws {
        let world = try await FunnelWorld.make()
        try await world.plan()
        try await world.publish()
        try await world.apply(.new(), as: 1, to: [0, 1])
        try await world.apply(.new(), as: 2, to: [0])
        let late = DemandID.new()
        try await world.perform(
            WithdrawDemand(demand: world.demands[0], organisation: world.employers[0]), at: FunnelWorld.applying)
        try await world.perform(
            StateDemand(
                id: late, round: world.round, organisation: world.employers[0],
                terms: DemandTerms(title: "Other", field: "water", competence: "any", place: "North", asked: 1)),
            at: FunnelWorld.applying)
        try await world.perform(ApproveDemand(demand: late, positions: 1), at: FunnelWorld.applying)
        let funnel = try await world.test.fetch(FunnelReport(round: try Slug("2027")))
        #expect(funnel.persons == 2)
        #expect(funnel.employers.prefix(2).map { [$0.positions, $0.persons] } == [[1, 0], [2, 1]])
    }

    @Test func `an unknown round is not there`() async throws {
        let world = try await FunnelWorld.make()
        await #expect(throws: Rejection.notFound) {
            try await world.test.fetch(FunnelReport(round: try Slug("2027")))
        }
    }

    @Test func `the figures are for whom the consortium lets read them`() async throws {
        let report = FunnelReport(round: try Slug("2027"))
        #expect(report.scope == .consortium)
        #expect(FunnelReport.permission == Permission("reporting.funnel.read"))
        let test = try await TestStore.make(modules: [RecruitmentSchema.module], allowing: .nothing)
        await #expect(throws: Rejection.forbidden) { try await test.fetch(report) }
    }
}

extension FunnelWorld {
    /// Person 0 applies, withdraws and applies again later; somebody else leaves a draft.
    fileprivate func applyTwice() async throws {
        let first = CandidacyID.new()
        try await apply(first, as: 0)
        try await perform(WithdrawCandidacy(candidacy: first), at: Self.applying)
        try await apply(.new(), as: 1000, submits: false)
    }

    /// Örnsköldsvik finds 30 qualified and 15 not, Umeå 20 of the same and two others; both rank. One more withdraws
    /// after being found qualified and ranked.
    fileprivate func select() async throws {
        for person in 0..<30 { try await assess(person, by: 0, .qualified) }
        for person in 30..<45 { try await assess(person, by: 0, .notQualified) }
        for person in Array(0..<20) + [45, 52] { try await assess(person, by: 1, .qualified) }
        let late = CandidacyID.new()
        try await applyLate(late)
        try await perform(AssessCandidacy(candidacy: late, organisation: employers[0], verdict: .qualified))
        try await rank(Array(0..<6).map { persons[$0] } + [late], for: 0)
        try await rank([0, 1, 45].map { persons[$0] }, for: 1)
        try await perform(WithdrawCandidacy(candidacy: late))
    }

    func assess(_ person: Int, by employer: Int, _ verdict: Verdict) async throws {
        try await perform(
            AssessCandidacy(
                candidacy: persons[person], organisation: employers[employer], verdict: verdict,
                reasons: verdict == .qualified ? [] : [.educationMissing]))
    }

    private func rank(_ candidacies: [CandidacyID], for employer: Int) async throws {
        try await perform(
            ArrangeRanking(round: round, organisation: employers[employer], candidacies: candidacies))
    }

    /// In time, though it is handled after the release.
    private func applyLate(_ candidacy: CandidacyID) async throws { try await apply(candidacy, as: 2000) }

    /// Twelve accept; one whom Örnsköldsvik asked before declines.
    fileprivate func fill() async throws {
        let declined = try await offer(to: 1, by: 0)
        try await perform(DeclineOffer(offer: declined, candidacy: persons[1]))
        let hires = [[0, 2]] + (1..<8).map { employer in (0..<positions[employer]).map { 44 + employer + 7 * $0 } }
        for (employer, hired) in hires.enumerated() {
            for person in hired {
                let offer = try await offer(to: person, by: employer)
                try await perform(AcceptOffer(offer: offer, candidacy: persons[person]))
            }
        }
    }

    private func offer(to person: Int, by employer: Int) async throws -> OfferID {
        let offer = OfferID.new()
        try await perform(
            MakeOffer(
                offer: offer, organisation: employers[employer], demand: demands[employer],
                candidacy: persons[person]))
        return offer
    }

    /// Umeå enrols one of its own, and another one that it takes back.
    fileprivate func nominate() async throws {
        let withdrawn = NominationID.new()
        for (index, nomination) in [.new(), withdrawn].enumerated() {
            let hire = NominateHire.Hire(
                name: "Hire", email: try #require(EmailAddress("hire\(index)@example.org")), language: .sv,
                field: "roads", hiredOn: .day("2027-03-01"))
            try await perform(
                NominateHire(nomination: nomination, round: round, organisation: employers[1], hire: hire))
        }
        try await perform(WithdrawNomination(nomination: withdrawn, organisation: employers[1]))
    }
}
