/// What a consortium decides once for all its rounds; a source that does not state it leaves it to the definition.
package struct ConsortiumSettings: Equatable, Sendable, Codable {
    /// Accepting one offer withdraws the person's other candidacies (BR-7).
    package let oneAcceptanceClosesRest: Bool
    /// How long an offer stands, in working days (BR-6).
    package let offerResponseWorkingDays: Int
    /// Days from a candidacy's end until it is purged (BR-11).
    package let retentionDays: Int
    /// How many places one application may name.
    package let largestWishCount: Int
    /// The stage until which reviewers do not see who the candidate is (BR-3).
    package let blindUntil: ReviewStage
    /// Contacts are visible across members (NOR-9).
    package let contactsAcrossMembers: Bool
}

/// The stages of a review, in their order; `none` means that nothing is hidden.
package enum ReviewStage: String, Sendable, Codable, CaseIterable {
    case none, qualification, ranking, interview, offer
}

extension ConsortiumSettings {
    init(_ keys: Keys) {
        oneAcceptanceClosesRest = keys["one_acceptance_closes_rest"].flag()
        offerResponseWorkingDays = keys["offer_response_working_days"].integer(1...60)
        retentionDays = keys["retention_days"].integer(30...3650)
        largestWishCount = keys.optional("largest_wish_count")?.integer(1...50) ?? 10
        blindUntil = keys.optional("blind_until")?.word(or: ReviewStage.none) ?? .none
        contactsAcrossMembers = keys.optional("contacts_across_members")?.flag() ?? false
    }
}
