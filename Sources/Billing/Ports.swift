import KohortCore
import KohortStore

/// What taking part in a cohort costs, by the version of the programme that it started with.
package struct FeePlans: Sendable {
    /// Nil when there is no such cohort.
    package typealias Of = @Sendable (CohortID, borrowing Read) throws -> FeePlan?
    package let of: Of

    package init(of: @escaping Of) { self.of = of }
}

/// The fees of one cohort, and when it runs.
package struct FeePlan: Hashable, Sendable {
    /// What the cohort is called on a document.
    package let name: LocalizedText
    package let period: Period?
    package let fees: [PlannedFee]

    package init(name: LocalizedText, period: Period?, fees: [PlannedFee]) {
        (self.name, self.period, self.fees) = (name, period, fees)
    }
}

/// One fee as the programme lays it down (KS11-35).
package struct PlannedFee: Hashable, Sendable {
    package let slug: Slug
    package let name: LocalizedText
    package let amount: Money
    package let basis: FeeBasis
    /// Otherwise the host or the consortium bears it, and nobody is charged.
    package let isPaidByEmployer: Bool

    package init(slug: Slug, name: LocalizedText, amount: Money, basis: FeeBasis, isPaidByEmployer: Bool) {
        (self.slug, self.name, self.amount) = (slug, name, amount)
        (self.basis, self.isPaidByEmployer) = (basis, isPaidByEmployer)
    }
}

/// What the organisations of the tenant are called.
package struct PayerDirectory: Sendable {
    package typealias Names = @Sendable (borrowing Read) throws -> [OrganisationID: PayerName]
    package let names: Names

    package init(names: @escaping Names) { self.names = names }
}

/// What an organisation is called, in an address and to people.
package struct PayerName: Hashable, Sendable, Codable {
    package let slug: Slug
    package let name: String

    package init(slug: Slug, name: String) { (self.slug, self.name) = (slug, name) }
}
