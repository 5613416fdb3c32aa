import KohortCore
import KohortStore

/// The offers made to one candidacy, as the candidate sees them: the earliest first.
package struct OffersOfCandidacy: Query {
    package struct Line: Hashable, Sendable {
        package let offer: Offer
        package let employer: OrganisationName
        /// The vacancy's title and place.
        package let title: String
        package let place: String
        package let deadline: Deadline
        /// Whether an answer would count now.
        package let takesAnswer: Bool
    }

    package static let permission = Permission.readOwnOffers
    package var scope: Scope { .candidacy(candidacy) }
    package let candidacy: CandidacyID

    package init(candidacy: CandidacyID) { self.candidacy = candidacy }

    package func fetch(in read: borrowing Read) throws -> [Line] {
        let round = try read.find(Round.self, try read.find(Candidacy.self, candidacy).round)
        let offers = try read.all(Offer.self, "where candidacy = \(candidacy) order by made_at, id")
        let demands = try read.all(Demand.self, "where id in (\(list: offers.map(\.demand)))")
        let terms = Dictionary(uniqueKeysWithValues: demands.map { ($0.id, $0.terms) })
        let names = try read.ask(MemberDirectory.self).names(read)
        return try offers.compactMap { offer in
            try terms[offer.demand].map { terms in
                let deadline = offer.deadline(in: round.zone)
                return Line(
                    offer: offer, employer: try names.name(of: offer.organisation), title: terms.title,
                    place: terms.place, deadline: deadline,
                    takesAnswer: offer.state == .open && deadline.admits(read.now))
            }
        }
    }
}
