import KohortCore
import KohortStore

/// Marks the open offers that were not answered in time, so that their places go to the next in rank (BR-6). Answers
/// how many there were.
package struct ExpireOffers: Command {
    package static let permission = Permission.endOffers
    package static let events: [any Event.Type] = [OfferExpired.self]
    package var scope: Scope { .consortium }

    package init() {}

    package func perform(in write: borrowing Write) throws -> Int {
        let overdue = try overdue(in: write.read)
        for offer in overdue {
            try write.update(offer.ended(as: .expired, at: write.now))
            try write.record(OfferExpired(offer))
        }
        return overdue.count
    }

    /// Each round's days end by its own zone.
    private func overdue(in read: borrowing Read) throws -> [Offer] {
        let rounds = try read.all(
            Round.self, "where id in (select round from offer where state = 'open') order by id")
        var overdue: [Offer] = []
        for round in rounds {
            overdue += try read.all(
                Offer.self,
                """
                where round = \(round.id) and state = 'open' and respond_by < \(round.zone.date(at: read.now))
                order by id
                """)
        }
        return overdue
    }
}
