import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Recruitment

@Suite struct AssessCandidacyTests {
    private func assess(
        _ index: Int = 0, in world: SelectionWorld, by employer: Int = 0, _ verdict: Verdict = .qualified,
        _ reasons: [AssessmentReason] = [], note: String = ""
    ) -> AssessCandidacy {
        AssessCandidacy(
            candidacy: world.candidates[index], organisation: world.employers[employer], verdict: verdict,
            reasons: reasons, note: note)
    }

    private func assessment(in world: SelectionWorld, by employer: Int = 0) async throws -> Assessment? {
        let query = CandidacyInPool(candidacy: world.candidates[0], organisation: world.employers[employer])
        return try await world.fetch(query).assessment
    }

    @Test func `a verdict is kept with its reasons in order, each once, and its note`() async throws {
        let world = try await SelectionWorld.make()
        let events = try await world.events {
            try await world.perform(
                assess(in: world, .notQualified, [.other, .language, .other], note: " No Swedish yet. "))
        }
        #expect(events == ["recruitment.candidacy.assessed"])
        let expected = Assessment(
            candidacy: world.candidates[0], organisation: world.employers[0], verdict: .notQualified,
            reasons: [.language, .other], note: "No Swedish yet.", assessedAt: SelectionWorld.now)
        #expect(try await assessment(in: world) == expected)
    }

    @Test func `a later verdict takes the place of an earlier one`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(assess(in: world, .notQualified, [.incomplete], note: "no grades"))
        try await world.perform(assess(in: world))
        let kept = try await assessment(in: world)
        #expect(kept?.verdict == .qualified)
        #expect(kept?.reasons == [])
        #expect(kept?.note == "")
    }

    @Test func `another employer's verdict is another one, and not shown`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(assess(in: world))
        #expect(try await assessment(in: world, by: 1) == nil)
        try await world.perform(assess(in: world, by: 1, .notQualified, [.fieldNotWanted]))
        #expect(try await assessment(in: world)?.verdict == .qualified)
    }

    @Test func `all that is wrong is told at once`() async throws {
        let world = try await SelectionWorld.make()
        let problems = [
            FieldProblem("reasons", "assessment.reason_required"),
            FieldProblem("note", "text.too_long", ["limit": "2000"]),
        ]
        await #expect(throws: Rejection.invalid(problems)) {
            try await world.perform(
                assess(in: world, .notQualified, note: String(repeating: "x", count: 2001)))
        }
        await #expect(throws: Rejection.invalid("reasons", "assessment.reason_unwanted")) {
            try await world.perform(assess(in: world, .qualified, [.language]))
        }
        try await world.perform(
            assess(in: world, .notQualified, [.language], note: String(repeating: "x", count: 2000)))
    }

    @Test func `nothing is assessed before the release or by a stranger`() async throws {
        let world = try await SelectionWorld.make { $0.isReleased = false }
        await #expect(throws: Rejection.conflict("pool.not_released")) { try await world.perform(assess(in: world)) }
        try await world.release()
        let stranger = AssessCandidacy(candidacy: world.candidates[0], organisation: .new(), verdict: .qualified)
        await #expect(throws: Rejection.notFound) { try await world.perform(stranger) }
        try await world.perform(assess(in: world))
    }

    @Test func `what lies in no pool or has ended is not assessed`() async throws {
        let world = try await SelectionWorld.make { $0.applicants[1].submits = false }
        try await world.perform(WithdrawCandidacy(candidacy: world.candidates[0]))
        for index in [0, 1] {
            await #expect(throws: Rejection.notFound) { try await world.perform(assess(index, in: world)) }
        }
        let offer = try await world.offer(to: 2)
        try await world.perform(AcceptOffer(offer: offer, candidacy: world.candidates[2]))
        await #expect(throws: Rejection.conflict("candidacy.ended")) {
            try await world.perform(assess(2, in: world))
        }
        try await world.perform(CloseRound(round: world.round))
        await #expect(throws: Rejection.conflict("round.closed")) { try await world.perform(assess(2, in: world)) }
    }
}
