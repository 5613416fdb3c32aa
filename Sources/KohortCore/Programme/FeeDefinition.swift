/// What taking part costs.
package struct FeeDefinition: Hashable, Sendable, Codable {
    package let slug: Slug
    package let name: LocalizedText
    package let amount: Money
    package let per: FeeBasis
    package let paidBy: Payer
    /// What the fee covers, for the public page (KS11-36).
    package let covers: [NamedText]

    package init(slug: Slug, name: LocalizedText, amount: Money, per: FeeBasis, paidBy: Payer, covers: [NamedText] = [])
    {
        self.slug = slug
        self.name = name
        self.amount = amount
        self.per = per
        self.paidBy = paidBy
        self.covers = covers
    }
}

/// What a fee is counted by.
package enum FeeBasis: String, Sendable, Codable, CaseIterable { case trainee, member, cohort }
