import KohortCore

/// Where a candidacy stands after something was done with it.
package struct CandidacyReceipt: Hashable, Sendable, Codable {
    package let candidacy: CandidacyID
    package let state: CandidacyState
    /// The registration number, once submitted.
    package let number: Int?

    init(_ candidacy: Candidacy) {
        (self.candidacy, state, number) = (candidacy.id, candidacy.stateToHolder, candidacy.number)
    }
}
