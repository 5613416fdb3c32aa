import KohortCore
import KohortStore

/// One candidacy of a released pool as one employer reads it, with its own marks. Opening it is to be journalled first.
package struct CandidacyInPool: Query {
    package static let permission = Permission.readPool
    package var scope: Scope { .organisation(organisation) }

    package let candidacy: CandidacyID
    package let organisation: OrganisationID

    package init(candidacy: CandidacyID, organisation: OrganisationID) {
        (self.candidacy, self.organisation) = (candidacy, organisation)
    }

    package struct Answer: Hashable, Sendable {
        package let round: Round
        package let candidacy: Candidacy
        package let documents: [Document]
        package let wishes: [PoolWish]
        /// What the employer said; nil while it has not looked.
        package let assessment: Assessment?
        /// The place in the employer's own list, from 1.
        package let rank: Int?
        /// The employer's own offers, the latest last.
        package let offers: [Offer]
    }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let (pool, candidacy) = try ReleasedPool.holding(candidacy, for: organisation, in: read)
        let wishes = try PoolWish.all(of: [candidacy.id], in: read)
        return Answer(
            round: pool.round, candidacy: candidacy,
            documents: try Document.all(of: candidacy.id, in: read),
            wishes: wishes[candidacy.id] ?? [],
            assessment: try Assessment.first(of: candidacy.id, by: organisation, in: read),
            rank: try Ranking.position(of: candidacy.id, for: organisation, in: read),
            offers: try read.all(
                Offer.self,
                "where candidacy = \(candidacy.id) and organisation = \(organisation) order by made_at, id"))
    }
}
