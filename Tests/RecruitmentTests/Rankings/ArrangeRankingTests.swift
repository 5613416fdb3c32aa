import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

@Suite struct ArrangeRankingTests {
    @Test func `a list is kept in its order and replaced as a whole`() async throws {
        let world = try await SelectionWorld.make()
        let events = try await world.events {
            try await world.perform(world.ranking(2, 0, 1))
            try await world.perform(world.ranking(1, 2))
        }
        #expect(events == ["recruitment.ranking.arranged", "recruitment.ranking.arranged"])
        let entries = try await world.board().entries
        #expect(entries.map(\.candidacy) == [world.candidates[1], world.candidates[2]])
        #expect(entries.map(\.position) == [1, 2])
    }

    @Test func `a list can be emptied`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(world.ranking(0))
        try await world.perform(world.ranking())
        #expect(try await world.board().entries == [])
    }

    @Test func `a certified list that is changed must be certified anew, one that is sent again is not changed`()
        async throws
    {
        let world = try await SelectionWorld.make()
        try await world.perform(world.ranking(0, 1))
        try await world.perform(CertifyRanking(round: world.round, organisation: world.employers[0]))
        let events = try await world.events { try await world.perform(world.ranking(0, 1)) }
        #expect(events == [])
        #expect(try await world.board().certifiedAt == SelectionWorld.now)
        try await world.perform(world.ranking(1, 0))
        #expect(try await world.board().certifiedAt == nil)
    }

    @Test func `each entry that cannot stand in the list is named by its place`() async throws {
        let world = try await SelectionWorld.make { plan in
            plan.applicants = (1...5).map { SelectionApplicant(number: $0) }
            plan.applicants[1].submits = false
        }
        try await world.perform(WithdrawCandidacy(candidacy: world.candidates[2]))
        let problems = [
            FieldProblem("candidacies.2", "ranking.not_in_pool"),
            FieldProblem("candidacies.3", "ranking.not_in_pool"),
            FieldProblem("candidacies.5", "ranking.duplicate"),
            FieldProblem("candidacies.6", "ranking.not_in_pool"),
        ]
        await #expect(throws: Rejection.invalid(problems)) {
            try await world.perform(world.ranking(0, 1, 2, 3, 0, adding: [.new()]))
        }
        try await world.perform(world.ranking(0, 3))
    }

    @Test func `a candidacy of another round cannot stand in the list`() async throws {
        let (world, other) = (try await SelectionWorld.make(), CandidacyID.new())
        try await world.perform(CandidacyElsewhere(id: other, like: world.candidates[0]))
        await #expect(throws: Rejection.invalid("candidacies.1", "ranking.not_in_pool")) {
            try await world.perform(world.ranking(adding: [other]))
        }
    }

    @Test func `a list of more than 500 is refused`() async throws {
        let world = try await SelectionWorld.make()
        let strangers = (0...500).map { _ in CandidacyID.new() }
        await #expect(throws: Rejection.invalid("candidacies", "ranking.too_long", ["limit": "500"])) {
            try await world.perform(world.ranking(adding: strangers))
        }
    }

    @Test func `a list is changed until the rank deadline has ended`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(world.ranking(0), at: .at("2026-09-30T21:59:59Z"))
        await #expect(throws: Rejection.tooLate(SelectionWorld.rankingDeadline)) {
            try await world.perform(world.ranking(1), at: SelectionWorld.afterRanking)
        }
    }

    @Test func `without a rank deadline a list is changed until the round is closed`() async throws {
        let world = try await SelectionWorld.make { $0.rankBy = nil }
        try await world.perform(world.ranking(0), at: .at("2027-01-01T00:00:00Z"))
        try await world.perform(CloseRound(round: world.round))
        await #expect(throws: Rejection.conflict("round.closed")) { try await world.perform(world.ranking(1)) }
    }

    @Test func `nothing is ranked before the release or by a stranger`() async throws {
        let world = try await SelectionWorld.make { $0.isReleased = false }
        await #expect(throws: Rejection.conflict("pool.not_released")) { try await world.perform(world.ranking(0)) }
        try await world.release()
        await #expect(throws: Rejection.notFound) {
            try await world.perform(ArrangeRanking(round: world.round, organisation: .new(), candidacies: []))
        }
        try await world.perform(world.ranking(0))
    }

    @Test func `who saw another state of the list does not overwrite the present one`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(world.ranking(0))
        let seen = try await world.board().changedAt
        try await world.perform(world.ranking(1), at: .at("2026-09-02T10:00:00Z"))
        await #expect(throws: Rejection.conflict("ranking.changed")) {
            try await world.perform(world.ranking(2, seen: seen))
        }
        let present = try await world.board().changedAt
        try await world.perform(world.ranking(2, seen: present))
    }
}

/// A submitted candidacy in a round of its own.
private struct CandidacyElsewhere: Command {
    static let permission = Permission("test.elsewhere")
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }
    let id: CandidacyID
    let like: CandidacyID

    func perform(in write: borrowing Write) throws -> Done {
        let round = RoundID.new()
        try write.execute(
            """
            insert into round (id, slug, cohort, country, zone, apply_by, settings, planned_at)
            select \(round), 'elsewhere', cohort, country, zone, apply_by, settings, planned_at from round
            """)
        try write.execute(
            """
            insert into candidacy (id, round, person, number, state, language, name, email, phone, place,
                education_level, education_field, school, experience, motivation, keep_for_later, created_at,
                changed_at, submitted_at, purge_after)
            select \(id), \(round), person, 1, 'submitted', language, name, email, phone, place, education_level,
                education_field, school, experience, motivation, keep_for_later, created_at, changed_at, submitted_at,
                purge_after
            from candidacy where id = \(like)
            """)
        return Done()
    }
}
