import KohortCore
import KohortStore

/// The candidate says yes, in time. Where one acceptance closes the rest (BR-7), the person's other open offers in the
/// round are taken back and the candidacy is closed; otherwise they stay open.
package struct AcceptOffer: Command {
    package static let permission = Permission.answerOffer
    package static let events: [any Event.Type] = [OfferAccepted.self, OfferWithdrawn.self]
    package var scope: Scope { .candidacy(candidacy) }

    package let offer: OfferID
    package let candidacy: CandidacyID

    package init(offer: OfferID, candidacy: CandidacyID) { (self.offer, self.candidacy) = (offer, candidacy) }

    package func perform(in write: borrowing Write) throws -> Done {
        let offer = try Offer.find(offer, to: candidacy, in: write.read)
        let round = try write.find(Round.self, offer.round)
        try offer.checkTakesAnswer(at: write.now, in: round.zone)
        let candidacy = try write.find(Candidacy.self, candidacy)
        try candidacy.checkNotEnded()
        try write.update(offer.ended(as: .accepted, at: write.now))
        try write.record(OfferAccepted(offer))
        if round.settings.oneAcceptanceClosesRest { try close(candidacy, in: write) }
        return Done()
    }

    private func close(_ candidacy: Candidacy, in write: borrowing Write) throws {
        try write.update(try candidacy.closed(at: write.now))
        for other in try Offer.open(of: candidacy.id, in: write.read) {
            try other.withdraw(because: .otherAccepted, in: write)
        }
    }
}
