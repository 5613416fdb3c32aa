import KohortCore
import KohortStore

/// Takes back the open offers of a candidacy that was withdrawn. Accepted ones stay: a promise is ended by the parties,
/// not by a form.
package struct EndOffersOfCandidacy: Command {
    package static let permission = Permission.endOffers
    package static let events: [any Event.Type] = [OfferWithdrawn.self]
    package var scope: Scope { .candidacy(candidacy) }

    package let candidacy: CandidacyID

    package init(candidacy: CandidacyID) { self.candidacy = candidacy }

    package func perform(in write: borrowing Write) throws -> Done {
        for offer in try Offer.open(of: candidacy, in: write.read) {
            try offer.withdraw(because: .candidacyWithdrawn, in: write)
        }
        return Done()
    }
}
