import KohortCore
import KohortTesting
import Recruitment
import Testing

@Suite struct CandidacyInPoolTests {
    @Test func `an employer reads a candidacy with its documents and the employer's own marks`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(
            AssessCandidacy(
                candidacy: world.candidates[0], organisation: world.employers[0], verdict: .qualified,
                note: "met at the fair"))
        try await world.perform(world.ranking(1, 0))
        let offer = try await world.offer(to: 0)
        let read = try await world.read(0)
        #expect(read.candidacy.details.name == "Applicant 1")
        #expect(read.documents.map(\.name) == ["cv.pdf"])
        #expect(read.wishes.map(\.title) == ["Place 0"])
        #expect(read.assessment?.note == "met at the fair")
        #expect(read.rank == 2)
        #expect(read.offers.map(\.id) == [offer])
    }

    @Test func `another employer reads the same candidacy without these marks`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(
            AssessCandidacy(
                candidacy: world.candidates[0], organisation: world.employers[0], verdict: .qualified,
                note: "met at the fair"))
        try await world.perform(world.ranking(1, 0))
        _ = try await world.offer(to: 0)
        let read = try await world.read(0, by: 1)
        #expect(read.candidacy.details.name == "Applicant 1")
        #expect(read.assessment == nil)
        #expect(read.rank == nil)
        #expect(read.offers == [])
    }

    @Test func `drafts, withdrawn candidacies and an unreleased pool are not read`() async throws {
        let world = try await SelectionWorld.make { plan in
            plan.isReleased = false
            plan.applicants[1].submits = false
        }
        await #expect(throws: Rejection.conflict("pool.not_released")) { try await world.read(0) }
        try await world.release()
        try await world.perform(WithdrawCandidacy(candidacy: world.candidates[0]))
        for index in [0, 1] {
            await #expect(throws: Rejection.notFound) { try await world.read(index) }
        }
        await #expect(throws: Rejection.notFound) {
            try await world.fetch(CandidacyInPool(candidacy: world.candidates[2], organisation: .new()))
        }
        #expect(try await world.read(2).candidacy.number == 2)
    }
}

extension SelectionWorld {
    @discardableResult fileprivate func read(_ candidate: Int, by employer: Int = 0) async throws
        -> CandidacyInPool.Answer
    {
        try await fetch(CandidacyInPool(candidacy: candidates[candidate], organisation: employers[employer]))
    }
}
