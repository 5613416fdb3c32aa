import KohortCore
import KohortStore

/// Replaces an employer's ranked list. A certified list that is changed must be certified anew.
package struct ArrangeRanking: Command {
    package static let permission = Permission.editRanking
    package static let events: [any Event.Type] = [RankingArranged.self]
    package static let longestList = 500
    package var scope: Scope { .organisation(organisation) }

    package let round: RoundID
    package let organisation: OrganisationID
    /// The most wanted first; submitted candidacies of the round, each once.
    package let candidacies: [CandidacyID]
    /// When the list that the author had before them was last changed; nil replaces whatever is there.
    package let seen: Instant?

    package init(round: RoundID, organisation: OrganisationID, candidacies: [CandidacyID], seen: Instant? = nil) {
        (self.round, self.organisation) = (round, organisation)
        (self.candidacies, self.seen) = (candidacies, seen)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let pool = try ReleasedPool(of: .id(round), for: organisation, in: write.read)
        try pool.round.checkTakesRankings(at: write.now)
        let present = try Ranking.first(in: round, of: organisation, write.read)
        try present.check(seen: seen)
        try problems(in: write.read).throwIfAny()
        if present?.candidacies == candidacies { return Done() }
        let ranking = Ranking(
            round: round, organisation: organisation, changedAt: write.now, certifiedAt: nil, candidacies: candidacies)
        try ranking.put(in: write)
        try write.record(RankingArranged(round: round, organisation: organisation, entries: candidacies.count))
        return Done()
    }

    /// All entries that cannot stand in the list, each under its place in it, from 1.
    private func problems(in read: borrowing Read) throws -> [FieldProblem] {
        guard candidacies.count <= Self.longestList else {
            return [FieldProblem("candidacies", "ranking.too_long", ["limit": "\(Self.longestList)"])]
        }
        let submitted = try Set(
            read.all(
                """
                select id from candidacy
                where round = \(round) and state = 'submitted' and id in (\(list: Set(candidacies).sorted()))
                """
            ) { try $0[0] as CandidacyID })
        var seen: Set<CandidacyID> = []
        return candidacies.enumerated().compactMap { index, candidacy in
            let field = "candidacies.\(index + 1)"
            guard submitted.contains(candidacy) else { return FieldProblem(field, "ranking.not_in_pool") }
            return seen.insert(candidacy).inserted ? nil : FieldProblem(field, "ranking.duplicate")
        }
    }
}
