import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

/// What each command and query of the selection asks a right for, and on what.
@Suite struct SelectionRightsTests {
    private static let organisation = OrganisationID.new()
    private static let candidacy = CandidacyID.new()
    private static let round = RoundID.new()

    private static let commands: [(any Command, code: String, Scope)] = [
        (
            AssessCandidacy(candidacy: candidacy, organisation: organisation, verdict: .qualified),
            "recruitment.candidacy.assess", .organisation(organisation)
        ),
        (
            ArrangeRanking(round: round, organisation: organisation, candidacies: []), "recruitment.ranking.edit",
            .organisation(organisation)
        ),
        (
            CertifyRanking(round: round, organisation: organisation), "recruitment.ranking.certify",
            .organisation(organisation)
        ),
        (
            MakeOffer(offer: .new(), organisation: organisation, demand: .new(), candidacy: candidacy),
            "recruitment.offer.make", .organisation(organisation)
        ),
        (
            WithdrawOffer(offer: .new(), organisation: organisation), "recruitment.offer.withdraw",
            .organisation(organisation)
        ),
        (AcceptOffer(offer: .new(), candidacy: candidacy), "recruitment.offer.answer", .candidacy(candidacy)),
        (DeclineOffer(offer: .new(), candidacy: candidacy), "recruitment.offer.answer", .candidacy(candidacy)),
        (ExpireOffers(), "recruitment.offer.end", .consortium),
        (EndOffersOfCandidacy(candidacy: candidacy), "recruitment.offer.end", .candidacy(candidacy)),
        (
            WithdrawNomination(nomination: .new(), organisation: organisation), "recruitment.nomination.withdraw",
            .organisation(organisation)
        ),
    ]

    private static let queries: [(any Query, code: String, Scope)] = [
        (
            CandidacyPool(round: .id(round), organisation: organisation), "recruitment.pool.read",
            .organisation(organisation)
        ),
        (
            CandidacyInPool(candidacy: candidacy, organisation: organisation), "recruitment.pool.read",
            .organisation(organisation)
        ),
        (
            RankingBoard(round: .id(round), organisation: organisation), "recruitment.ranking.read",
            .organisation(organisation)
        ),
        (OfferList(round: .id(round)), "recruitment.offer.read", .anywhere),
        (OffersOfCandidacy(candidacy: candidacy), "recruitment.offer.read_own", .candidacy(candidacy)),
        (OfferInLetter(offer: .new()), "recruitment.offer.write_letter", .consortium),
        (NominationList(round: .id(round)), "recruitment.nomination.read", .anywhere),
        (RoundOverview(round: .id(round)), "recruitment.round.oversee", .consortium),
        (RoundEmployers(round: .id(round)), "recruitment.round.oversee", .consortium),
    ]

    @Test func `every command asks its right on its own object`() throws {
        for (command, code, scope) in Self.commands {
            #expect(type(of: command).permission.code == code, "\(type(of: command))")
            #expect(command.scope == scope, "\(type(of: command))")
        }
        let nomination = NominateHire(
            nomination: .new(), round: Self.round, organisation: Self.organisation, hire: try SelectionWorld.hire())
        #expect(NominateHire.permission.code == "recruitment.nomination.make")
        #expect(nomination.scope == .organisation(Self.organisation))
    }

    @Test func `every query asks its right on its own object`() {
        for (query, code, scope) in Self.queries {
            #expect(type(of: query).permission.code == code, "\(type(of: query))")
            #expect(query.scope == scope, "\(type(of: query))")
        }
    }

    @Test func `an employer does nothing in another's name`() async throws {
        let world = try await SelectionWorld.make { plan in
            let own = plan.employers[1]
            plan.authority = Authority(
                decide: { actor, _, scope, _ in actor == .system || scope == .organisation(own) ? .allowed : .hidden },
                reach: { _, _, _ in .organisations([own]) })
        }
        let coordinator = Actor.person(.new())
        let pool = CandidacyPool(round: .id(world.round), organisation: world.employers[0])
        await #expect(throws: Rejection.notFound) { try await world.fetch(pool, by: coordinator) }
        await #expect(throws: Rejection.notFound) {
            try await world.perform(world.offering(to: 0), by: coordinator)
        }
        await #expect(throws: Rejection.notFound) { try await world.perform(world.ranking(0), by: coordinator) }
        try await world.perform(world.offering(by: 1, to: 0), by: coordinator)
    }
}
