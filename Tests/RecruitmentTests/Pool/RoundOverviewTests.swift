import KohortCore
import KohortTesting
import Testing

@testable import Recruitment

@Suite struct RoundOverviewTests {
    @Test func `each employer's progress is counted, with nominations and withdrawals apart`() async throws {
        let world = try await SelectionWorld.make { plan in
            plan.applicants = (1...5).map { SelectionApplicant(number: $0) }
            (plan.applicants[0].wishes, plan.applicants[1].wishes) = ([1, 0], [1])
            plan.applicants[4].submits = false
        }
        try await play(in: world)
        let overview = try await world.fetch(RoundOverview(round: .id(world.round)))
        let names = try SelectionWorld.names(of: world.employers)
        #expect(
            overview.employers == [
                EmployerProgress(
                    organisation: world.employers[0], name: try #require(names[world.employers[0]]), positions: 2,
                    applicants: 2, assessed: 1, ranked: 2, certifiedAt: SelectionWorld.now, offersOpen: 1,
                    offersAccepted: 1, offersOverdue: 0),
                EmployerProgress(
                    organisation: world.employers[1], name: try #require(names[world.employers[1]]), positions: 1,
                    applicants: 2, assessed: 0, ranked: 0, certifiedAt: nil, offersOpen: 0, offersAccepted: 0,
                    offersOverdue: 0),
            ])
        #expect([overview.candidacies, overview.withdrawn, overview.nominations] == [3, 1, 1])
        #expect([overview.positions, overview.accepted] == [3, 1])
    }

    /// Candidate 3 withdraws after everything was done with it; 0 accepts, 1 has an open offer.
    private func play(in world: SelectionWorld) async throws {
        for index in [0, 3] {
            try await world.perform(
                AssessCandidacy(
                    candidacy: world.candidates[index], organisation: world.employers[0], verdict: .qualified))
        }
        try await world.perform(world.ranking(0, 1, 3))
        try await world.perform(CertifyRanking(round: world.round, organisation: world.employers[0]))
        let offer = try await world.offer(to: 0)
        try await world.perform(AcceptOffer(offer: offer, candidacy: world.candidates[0]))
        _ = try await world.offer(to: 1)
        try await world.perform(WithdrawCandidacy(candidacy: world.candidates[3]))
        try await world.perform(world.nominating())
        let withdrawn = NominationID.new()
        try await world.perform(world.nominating(withdrawn, email: "gone@example.org"))
        try await world.perform(WithdrawNomination(nomination: withdrawn, organisation: world.employers[0]))
    }

    @Test func `open offers are overdue once hiring was to be done`() async throws {
        let world = try await SelectionWorld.make { $0.workingDays = 60 }
        _ = try await world.offer(to: 0)
        let overview = RoundOverview(round: .id(world.round))
        let inTime = try await world.fetch(overview, at: .at("2026-11-30T22:59:59Z"))
        #expect(inTime.employers.map(\.offersOverdue) == [0, 0])
        let afterwards = try await world.fetch(overview, at: .at("2026-11-30T23:00:00Z"))
        #expect(afterwards.employers.map(\.offersOverdue) == [1, 0])
    }

    @Test func `the employers of a round are those with an approved demand, by name`() async throws {
        let world = try await SelectionWorld.make()
        let names = try SelectionWorld.names(of: world.employers)
        let answer = try await world.fetch(RoundEmployers(round: .id(world.round)))
        #expect(answer.round == world.round)
        #expect(answer.employers.map(\.organisation) == Array(world.employers.prefix(2)))
        #expect(answer.employers.map(\.name) == world.employers.prefix(2).compactMap { names[$0] })
    }
}
