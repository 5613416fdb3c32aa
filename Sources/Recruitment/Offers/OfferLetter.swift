import KohortCore
import KohortStore

/// Tells a candidate of an offer, in the language of the candidacy.
package struct OfferLetter: Letter, Hashable {
    package static let kind = "recruitment.offer"
    package let offer: OfferID

    package init(offer: OfferID) { self.offer = offer }
}
