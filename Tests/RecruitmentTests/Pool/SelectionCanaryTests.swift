import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

@Suite struct SelectionCanaryTests {
    @Test func `no name, address, text, note or rank of the selection is in the journal or the outbox`() async throws {
        let world = try await SelectionWorld.make { plan in
            (plan.applicants[0].name, plan.applicants[0].school) = ("Canary Name", "Canary School")
        }
        try await play(in: world)
        let journal = try await world.fetch(WholeJournal())
        let letters = try await world.fetch(WaitingLetters())
        let texts = journal.map { "\($0.name) \($0.payload)" } + letters
        #expect(texts.filter { $0.contains("Canary") || $0.contains("canary") } == [])
        #expect(texts.filter { $0.contains("\"note\"") || $0.contains("\"position\"") || $0.contains("rank\"") } == [])
        // What was looked for is there.
        let read = try await world.fetch(
            CandidacyInPool(candidacy: world.candidates[0], organisation: world.employers[0]))
        #expect(read.assessment?.note == "Canary note")
        #expect(read.candidacy.details.name == "Canary Name")
        let played = Set(journal.map(\.name))
        #expect(played.isSuperset(of: Self.names))
    }

    private static let names: Set<String> = [
        CandidacyAssessed.name, RankingArranged.name, RankingCertified.name, OfferMade.name, OfferDeclined.name,
        OfferAccepted.name, OfferWithdrawn.name, OfferExpired.name, HireNominated.name, NominationWithdrawn.name,
    ]

    private func play(in world: SelectionWorld) async throws {
        try await world.perform(
            AssessCandidacy(
                candidacy: world.candidates[0], organisation: world.employers[0], verdict: .qualified,
                note: "Canary note"))
        try await world.perform(world.ranking(2, 1, 0))
        try await world.perform(CertifyRanking(round: world.round, organisation: world.employers[0]))
        let declined = try await world.offer(to: 0)
        try await world.perform(DeclineOffer(offer: declined, candidacy: world.candidates[0], reason: .terms))
        let accepted = try await world.offer(to: 1)
        let withdrawn = try await world.offer(by: 1, to: 1)
        try await world.perform(AcceptOffer(offer: accepted, candidacy: world.candidates[1]))
        #expect(try await world.state(of: withdrawn)?.state == .withdrawn)
        _ = try await world.offer(by: 1, to: 2)
        try await world.perform(ExpireOffers(), at: .at("2026-10-01T10:00:00Z"))
        let nomination = NominationID.new()
        try await world.perform(
            world.nominating(
                nomination, name: "Canary Hire", email: "canary@example.org", field: "Canary field"))
        try await world.perform(WithdrawNomination(nomination: nomination, organisation: world.employers[0]))
    }
}
