import KohortCore
import KohortStore

/// Which organisations have to do with a round or a candidacy: what an authority asks when a right that was granted on
/// an organisation is used on one of them.
package enum CandidacyVisibility {
    /// The employers of a round: those with an approved demand in it.
    package static func organisations(in round: RoundID, _ read: borrowing Read) throws -> Set<OrganisationID> {
        try Demand.employers(in: round, read)
    }

    /// Who may see a candidacy: its round's employers while it lies in a released pool, and those that made it an offer.
    package static func organisations(of candidacy: CandidacyID, _ read: borrowing Read) throws -> Set<OrganisationID> {
        try Set(
            read.all(
                """
                select d.organisation from candidacy c
                join round r on r.id = c.round and r.released_at is not null
                join demand d on d.round = c.round and d.state = 'approved'
                where c.id = \(candidacy) and \(ReleasedPool.membership)
                union select organisation from offer where candidacy = \(candidacy)
                """
            ) { try $0[0] })
    }
}
