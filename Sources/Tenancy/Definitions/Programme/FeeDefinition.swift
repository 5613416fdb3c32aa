import KohortCore

/// What taking part costs.
package struct FeeDefinition: Equatable, Sendable, Codable {
    package let slug: Slug
    package let name: LocalizedText
    package let amount: Money
    package let per: FeeBasis
    package let paidBy: Payer
    /// What the fee covers, for the public page (KS11-36).
    package let covers: [NamedText]
}

/// What a fee is counted by.
package enum FeeBasis: String, Sendable, Codable, CaseIterable { case trainee, member, cohort }

extension FeeDefinition {
    init(_ keys: Keys) {
        slug = keys["slug"].slug()
        name = keys["name"].localized()
        amount = keys["amount"].money()
        per = keys["per"].word(or: .trainee)
        paidBy = keys["paid_by"].word(or: .employer)
        covers = keys.texts("covers")
    }
}
