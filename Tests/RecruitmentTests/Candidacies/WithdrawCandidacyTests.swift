import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct WithdrawCandidacyTests {
    @Test func `a candidacy can be withdrawn at any time until it has ended`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places)).candidacy
        try await world.release()
        let events = try await world.events {
            let receipt = try await world.perform(
                WithdrawCandidacy(candidacy: id), at: .afterwards, by: .applicant(id))
            #expect(receipt.state == .withdrawn)
            #expect(receipt.number == 1)
        }
        #expect(events == ["recruitment.candidacy.withdrawn"])
        let own = try await world.own(id)
        #expect(own.candidacy.endedAt == .afterwards)
        #expect(own.canWithdraw == false)
        await #expect(throws: Rejection.conflict("candidacy.ended")) {
            try await world.perform(WithdrawCandidacy(candidacy: id), at: .afterwards)
        }
    }

    @Test func `the consortium hears of a candidacy, and not of a draft`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        for submits in [true, false] {
            let id = try await world.apply(.complete(places), submits: submits).candidacy
            try await world.perform(WithdrawCandidacy(candidacy: id))
            let line = try await world.fetch(WholeJournal()).last
            #expect(line?.audience == (submits ? "consortium" : "internal"))
        }
    }

    @Test func `with its round closed it has ended`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        let id = try await world.apply(.complete(places)).candidacy
        try await world.perform(CloseRound(round: world.round), at: .afterwards)
        await #expect(throws: Rejection.conflict("candidacy.ended")) {
            try await world.perform(WithdrawCandidacy(candidacy: id), at: .afterwards)
        }
    }
}
