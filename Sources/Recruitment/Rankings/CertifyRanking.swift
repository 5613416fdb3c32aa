import KohortCore
import KohortStore

/// The employer declares its ranked list to be its own (BR-4). A list that is certified already stays as it is.
package struct CertifyRanking: Command {
    package static let permission = Permission.certifyRanking
    package static let events: [any Event.Type] = [RankingCertified.self]
    package var scope: Scope { .organisation(organisation) }

    package let round: RoundID
    package let organisation: OrganisationID
    /// When the list that the employer had before them was last changed; nil certifies whatever is there.
    package let seen: Instant?

    package init(round: RoundID, organisation: OrganisationID, seen: Instant? = nil) {
        (self.round, self.organisation, self.seen) = (round, organisation, seen)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let pool = try ReleasedPool(of: .id(round), for: organisation, in: write.read)
        try pool.round.checkTakesRankings(at: write.now)
        let present = try Ranking.first(in: round, of: organisation, write.read)
        try present.check(seen: seen)
        guard let present, !present.candidacies.isEmpty else { throw Rejection.conflict("ranking.empty") }
        guard present.certifiedAt == nil else { return Done() }
        try write.execute(
            """
            update ranking set certified_at = \(write.now)
            where round = \(round) and organisation = \(organisation)
            """)
        try write.record(
            RankingCertified(round: round, organisation: organisation, entries: present.candidacies.count))
        return Done()
    }
}
