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
        var overdue: [Offer] = []
        for round in try Round.awaitingAnswers(in: read) {
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

/// When the next of the open offers ends unanswered; nil while none is open.
package struct NextOfferEnd: Query {
    package static let permission = Permission.endOffers
    package let scope = Scope.consortium

    package init() {}

    package func fetch(in read: borrowing Read) throws -> Instant? {
        try Round.awaitingAnswers(in: read).compactMap { round in
            let first = try read.first(
                "select min(respond_by) from offer where round = \(round.id) and state = 'open'"
            ) { try $0[0] as LocalDate? }
            return first?.map { Deadline($0, in: round.zone).end }
        }.min()
    }
}

extension Round {
    fileprivate static func awaitingAnswers(in read: borrowing Read) throws -> [Round] {
        try read.all(Round.self, "where id in (select round from offer where state = 'open') order by id")
    }
}
