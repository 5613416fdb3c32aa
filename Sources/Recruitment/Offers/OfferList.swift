import KohortCore
import KohortStore

/// The offers of a round: all of them for the lead, its own for an employer. The latest first.
package struct OfferList: Query {
    package struct Answer: Hashable, Sendable {
        package let round: Round
        package let offers: [Line]
    }

    package struct Line: Hashable, Sendable {
        package let offer: Offer
        package let organisation: OrganisationName
        /// The demand's title.
        package let title: String
        /// The candidate's registration number and name.
        package let number: Int
        package let name: String
        /// Still open after hiring was to be done (KS11-4).
        package let isOverdue: Bool
    }

    package static let permission = Permission.readOffers
    package let scope = Scope.anywhere
    package let round: RoundReference

    package init(round: RoundReference) { self.round = round }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let round = try read.find(round)
        let reach: SQL =
            switch try read.reach(of: Self.permission) {
            case .all: ""
            case .organisations(let own): "and organisation in (\(list: own.sorted()))"
            }
        let offers = try read.all(Offer.self, "where round = \(round.id) \(reach) order by made_at desc, id desc")
        let parties = try parties(in: round.id, read)
        let names = try read.ask(MemberDirectory.self).names(read)
        let lines = try offers.compactMap { offer in
            try parties[offer.id].map { parties in
                Line(
                    offer: offer, organisation: try names.name(of: offer.organisation), title: parties.title,
                    number: parties.number, name: parties.name,
                    isOverdue: offer.state == .open && round.isHiringOver(at: read.now))
            }
        }
        return Answer(round: round, offers: lines)
    }

    private func parties(
        in round: RoundID, _ read: borrowing Read
    ) throws -> [OfferID: (title: String, number: Int, name: String)] {
        let parties = try read.all(
            """
            select o.id, d.title, c.number, c.name from offer o
            join demand d on d.id = o.demand join candidacy c on c.id = o.candidacy where o.round = \(round)
            """
        ) { (try $0[0] as OfferID, (title: try $0[1] as String, number: try $0[2] as Int, name: try $0[3] as String)) }
        return Dictionary(uniqueKeysWithValues: parties)
    }
}

extension Round {
    /// Whether the date that hiring was to be done by (KS11-4) has passed; never where there is none.
    func isHiringOver(at instant: Instant) -> Bool { hiringDeadline?.admits(instant) == false }
}
