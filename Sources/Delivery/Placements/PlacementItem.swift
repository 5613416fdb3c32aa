import KohortCore

/// One line of a plan as it is asked for; the rules have not been held against it.
package struct PlacementItem: Hashable, Sendable, Codable {
    package let id: PlacementID
    package let part: Placement.Part
    package let host: OrganisationID
    package let unit: UnitID?
    package let startsOn: LocalDate
    /// The first day after it.
    package let endsBefore: LocalDate

    package init(
        id: PlacementID, part: Placement.Part, host: OrganisationID, unit: UnitID? = nil, startsOn: LocalDate,
        endsBefore: LocalDate
    ) {
        (self.id, self.part, self.host, self.unit) = (id, part, host, unit)
        (self.startsOn, self.endsBefore) = (startsOn, endsBefore)
    }

    /// Nil when the dates are in the wrong order.
    var period: Period? { Period(start: startsOn, end: endsBefore) }
}

extension PlacementItem {
    /// A placement as the line that would leave it as it is.
    init(_ placement: Placement) {
        self.init(
            id: placement.id, part: placement.part, host: placement.host, unit: placement.unit,
            startsOn: placement.period.start, endsBefore: placement.period.end)
    }
}

extension PeriodPattern {
    func payer(of part: Placement.Part) -> Payer {
        switch part {
        case .numbered(let number): rule(ofPeriod: number)?.paidBy ?? .employer
        case .optional(let slug): optional(slug)?.paidBy ?? .employer
        }
    }

    func optional(_ slug: Slug) -> OptionalPeriod? { optional.first { $0.slug == slug } }
}
