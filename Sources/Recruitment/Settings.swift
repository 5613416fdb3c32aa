import KohortStore

/// What a tenant decides about a round; fixed when the round is planned, so that a later change of the programme
/// definition leaves a running round as it is.
package struct RoundSettings: Hashable, Sendable, Codable {
    /// BR-7: an acceptance ends the person's other offers and candidacy; otherwise they stay open.
    package let oneAcceptanceClosesRest: Bool
    /// BR-6: working days that a candidate has to answer an offer.
    package let responseWorkingDays: Int
    /// BR-11: how long a candidacy is kept after its round's application deadline, in days.
    package let retentionDays: Int
    /// How many places a candidacy may name.
    package let largestWishCount: Int

    package init(oneAcceptanceClosesRest: Bool, responseWorkingDays: Int, retentionDays: Int, largestWishCount: Int) {
        self.oneAcceptanceClosesRest = oneAcceptanceClosesRest
        self.responseWorkingDays = responseWorkingDays
        self.retentionDays = retentionDays
        self.largestWishCount = largestWishCount
    }
}
