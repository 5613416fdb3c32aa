import KohortCore
import KohortStore

/// The employer takes back an offer that is still open. The place is free again.
package struct WithdrawOffer: Command {
    package static let permission = Permission.withdrawOffer
    package static let events: [any Event.Type] = [OfferWithdrawn.self]
    package var scope: Scope { .organisation(organisation) }

    package let offer: OfferID
    package let organisation: OrganisationID

    package init(offer: OfferID, organisation: OrganisationID) {
        (self.offer, self.organisation) = (offer, organisation)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let offer = try write.find(Offer.self, offer)
        guard offer.organisation == organisation else { throw Rejection.notFound }
        guard offer.state == .open else { throw Rejection.conflict("offer.not_open") }
        try offer.withdraw(because: .employer, in: write)
        return Done()
    }
}
