import KohortCore
import KohortStore

/// The cohorts of the consortium's own programmes, the earliest first.
package struct CohortBook: Sendable {
    package typealias Entries = @Sendable (borrowing Read) throws -> [CohortEntry]
    package let entries: Entries
    package typealias Printed = @Sendable (borrowing Read) throws -> [PrintedApplicants]
    /// What sources print of applicants, programme by programme.
    package let printed: Printed

    package init(printed: @escaping Printed, entries: @escaping Entries) {
        (self.printed, self.entries) = (printed, entries)
    }
}

/// What reporting needs to know of a cohort that its figures do not say.
package struct CohortEntry: Equatable, Sendable {
    package let id: CohortID
    package let slug: Slug
    /// What the committee calls it: the year it started.
    package let label: String
    package let programme: Slug
    /// Nil for one of before Kohort whose dates are not known.
    package let period: Period?
    package let zone: Zone
    /// How many memberships take part.
    package let members: Int
    /// Of a cohort of before Kohort, held without persons; nil for every other.
    package let totals: CohortTotals?
    package let targets: [TargetDefinition]

    package init(
        id: CohortID, slug: Slug, label: String, programme: Slug, period: Period?, zone: Zone, members: Int,
        totals: CohortTotals? = nil, targets: [TargetDefinition] = []
    ) {
        (self.id, self.slug, self.label, self.programme) = (id, slug, label, programme)
        (self.period, self.zone, self.members) = (period, zone, members)
        (self.totals, self.targets) = (totals, targets)
    }
}
