import KohortCore
import KohortStore

/// An employer's ordered list of the candidacies it would have (KS11-12), certified by the employer (BR-4).
package struct Ranking: Hashable, Sendable {
    package let round: RoundID
    package let organisation: OrganisationID
    /// Also what tells one state of the list from another.
    package let changedAt: Instant
    /// Nil from each change until the employer certifies.
    package let certifiedAt: Instant?
    /// The most wanted first.
    package let candidacies: [CandidacyID]
}

extension Ranking {
    static func first(
        in round: RoundID, of organisation: OrganisationID, _ read: borrowing Read
    ) throws -> Ranking? {
        let dates = try read.first(
            "select changed_at, certified_at from ranking where round = \(round) and organisation = \(organisation)"
        ) { (try $0[0] as Instant, try $0[1] as Instant?) }
        guard let (changedAt, certifiedAt) = dates else { return nil }
        let candidacies = try read.all(
            """
            select candidacy from ranking_entry where round = \(round) and organisation = \(organisation)
            order by position
            """
        ) { try $0[0] as CandidacyID }
        return Ranking(
            round: round, organisation: organisation, changedAt: changedAt, certifiedAt: certifiedAt,
            candidacies: candidacies)
    }

    /// Where a candidacy stands in an employer's list, from 1; nil when it does not.
    static func position(
        of candidacy: CandidacyID, for organisation: OrganisationID, in read: borrowing Read
    ) throws -> Int? {
        try read.first(
            "select position from ranking_entry where organisation = \(organisation) and candidacy = \(candidacy)"
        ) { try $0[0] }
    }

    /// Puts this list in the place of the one before.
    func put(in write: borrowing Write) throws {
        try write.execute(
            """
            insert into ranking (round, organisation, changed_at, certified_at)
            values (\(round), \(organisation), \(changedAt), \(certifiedAt))
            on conflict (round, organisation) do update
            set changed_at = excluded.changed_at, certified_at = excluded.certified_at
            """)
        try write.execute("delete from ranking_entry where round = \(round) and organisation = \(organisation)")
        for (index, candidacy) in candidacies.enumerated() {
            try write.execute(
                """
                insert into ranking_entry (round, organisation, position, candidacy)
                values (\(round), \(organisation), \(index + 1), \(candidacy))
                """)
        }
    }
}

extension Round {
    /// Lists are changed and certified from the release to the end of the rank deadline, where there is one.
    func checkTakesRankings(at arrival: Instant) throws(Rejection) {
        try checkNotClosed()
        try rankingDeadline?.check(arrival)
    }

    func takesRankings(at arrival: Instant) -> Bool { closedAt == nil && rankingDeadline?.admits(arrival) != false }
}

extension Ranking? {
    /// Refuses with `ranking.changed` who saw another state of the list than the present one; nil saw none in
    /// particular.
    func check(seen: Instant?) throws(Rejection) {
        if let seen, seen != self?.changedAt { throw .conflict("ranking.changed") }
    }
}
