import KohortCore
import KohortStore

/// The candidate says no, in time; why is theirs to tell. The place is free again.
package struct DeclineOffer: Command {
    package static let permission = Permission.answerOffer
    package static let events: [any Event.Type] = [OfferDeclined.self]
    package var scope: Scope { .candidacy(candidacy) }

    package let offer: OfferID
    package let candidacy: CandidacyID
    package let reason: DeclineReason?

    package init(offer: OfferID, candidacy: CandidacyID, reason: DeclineReason? = nil) {
        (self.offer, self.candidacy, self.reason) = (offer, candidacy, reason)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let offer = try Offer.find(offer, to: candidacy, in: write.read)
        let round = try write.find(Round.self, offer.round)
        try offer.checkTakesAnswer(at: write.now, in: round.zone)
        try write.update(offer.ended(as: .declined, because: reason?.rawValue, at: write.now))
        try write.record(OfferDeclined(offer, reason: reason))
        return Done()
    }
}
