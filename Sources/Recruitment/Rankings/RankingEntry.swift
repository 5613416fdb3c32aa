import KohortCore
import KohortStore

/// One line of an employer's list. Withdrawn candidacies leave a gap in the numbering.
package struct RankingEntry: Hashable, Sendable {
    /// From 1.
    package let position: Int
    package let candidacy: CandidacyID
    package let number: Int
    package let name: String
    package let place: String
    package let state: CandidacyState
    package let verdict: Verdict?
    /// Where the employer's latest offer to them stands.
    package let offer: OfferState?

    package var isToBeHad: Bool { state == .submitted && verdict != .notQualified && offer == nil }
}

extension RankingEntry {
    static func all(of ranking: Ranking, _ read: borrowing Read) throws -> [RankingEntry] {
        let offers = try Offer.latestStates(of: ranking.candidacies, by: ranking.organisation, in: read)
        return try read.all(
            """
            select r.position, c.id, c.number, c.name, c.place, c.state, a.verdict
            from ranking_entry r join candidacy c on c.id = r.candidacy
            left join assessment a on a.candidacy = c.id and a.organisation = r.organisation
            where r.round = \(ranking.round) and r.organisation = \(ranking.organisation) and \(ReleasedPool.membership)
            order by r.position
            """
        ) { tuple in
            let candidacy: CandidacyID = try tuple[1]
            return RankingEntry(
                position: try tuple[0], candidacy: candidacy, number: try tuple[2], name: try tuple[3],
                place: try tuple[4], state: try tuple[5], verdict: try tuple[6], offer: offers[candidacy])
        }
    }
}

/// The places of one approved demand, and how many of them no open or accepted offer holds.
package struct RankingPlaces: Hashable, Sendable {
    package let demand: DemandID
    package let title: String
    package let positions: Int
    package let free: Int
}

extension RankingPlaces {
    static func all(in round: RoundID, of organisation: OrganisationID, _ read: borrowing Read) throws
        -> [RankingPlaces]
    {
        let places = try read.all(
            """
            select d.id, d.title, d.positions, d.positions - count(o.id) from demand d
            left join offer o on o.demand = d.id and o.state in ('open', 'accepted')
            where d.round = \(round) and d.organisation = \(organisation) and d.state = 'approved'
            group by d.id, d.title, d.positions
            """
        ) { RankingPlaces(demand: try $0[0], title: try $0[1], positions: try $0[2], free: try $0[3]) }
        return places.sorted { ($0.title.alphabetical, $0.demand) }
    }
}
