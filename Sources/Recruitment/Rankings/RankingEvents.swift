import KohortCore

/// An employer's ranked list was replaced; who stands where is not told.
package struct RankingArranged: Event, Hashable {
    package static let name = "recruitment.ranking.arranged"
    package let round: RoundID
    package let organisation: OrganisationID
    /// How many candidacies it names.
    package let entries: Int
    package var subject: Subject { Subject("organisation", organisation) }
    package var audience: Audience { .organisation(organisation) }
}

/// An employer certified its ranked list.
package struct RankingCertified: Event, Hashable {
    package static let name = "recruitment.ranking.certified"
    package let round: RoundID
    package let organisation: OrganisationID
    package let entries: Int
    package var subject: Subject { Subject("organisation", organisation) }
    package var audience: Audience { .organisation(organisation) }
}
