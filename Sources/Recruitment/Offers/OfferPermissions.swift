import KohortCore

extension Permission {
    /// To make an offer: the employer's alone, never the consortium's (KS11-13).
    package static let makeOffer = Permission("recruitment.offer.make")
    /// To take an open offer back, for the employer that made it.
    package static let withdrawOffer = Permission("recruitment.offer.withdraw")
    /// To accept or decline: the candidate's alone.
    package static let answerOffer = Permission("recruitment.offer.answer")
    /// To end offers that nobody answered in time, and those of a candidacy that ended: the daemon's.
    package static let endOffers = Permission("recruitment.offer.end")
    /// To see the offers of a round, of all employers or of one's own.
    package static let readOffers = Permission("recruitment.offer.read")
    /// To see the offers made to one candidacy: the candidate's.
    package static let readOwnOffers = Permission("recruitment.offer.read_own")
    /// To write the letters that tell of offers: the daemon's.
    package static let writeOfferLetters = Permission("recruitment.offer.write_letter")
}
