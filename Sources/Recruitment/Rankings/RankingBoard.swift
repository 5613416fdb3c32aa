import KohortCore
import KohortStore

/// An employer's ranked list with what became of everybody on it.
package struct RankingBoard: Query {
    package static let permission = Permission.readRanking
    package var scope: Scope { .organisation(organisation) }

    package let round: RoundReference
    package let organisation: OrganisationID

    package init(round: RoundReference, organisation: OrganisationID) {
        (self.round, self.organisation) = (round, organisation)
    }

    package struct Answer: Hashable, Sendable {
        package let round: Round
        /// Until when the list can be changed and certified; nil for as long as the round is open.
        package let deadline: Deadline?
        package let isOpen: Bool
        /// What `seen` is for a change of this very list; nil while there is none.
        package let changedAt: Instant?
        package let certifiedAt: Instant?
        package let entries: [RankingEntry]
        /// The employer's approved demands, by title.
        package let places: [RankingPlaces]
        package let openOffers: [Offer]

        /// Who should be offered the next free place: the first one to be had who has not been asked yet.
        package var next: RankingEntry? {
            places.contains { $0.free > 0 } ? entries.first(where: \.isToBeHad) : nil
        }
    }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let round = try ReleasedPool(of: round, for: organisation, in: read).round
        let ranking = try Ranking.first(in: round.id, of: organisation, read)
        return Answer(
            round: round, deadline: round.rankingDeadline, isOpen: round.takesRankings(at: read.now),
            changedAt: ranking?.changedAt, certifiedAt: ranking?.certifiedAt,
            entries: try entries(of: ranking, read),
            places: try RankingPlaces.all(in: round.id, of: organisation, read),
            openOffers: try read.all(
                Offer.self,
                """
                where round = \(round.id) and organisation = \(organisation) and state = 'open'
                order by respond_by, id
                """))
    }

    private func entries(of ranking: Ranking?, _ read: borrowing Read) throws -> [RankingEntry] {
        guard let ranking else { return [] }
        return try RankingEntry.all(of: ranking, read)
    }
}
