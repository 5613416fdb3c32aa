import KohortCore

extension PlacementRules {
    /// As many months as the pattern says, or up to as many; the days of leaves and extensions are not counted.
    func length(_ line: Line) -> [FieldProblem] {
        guard let period = line.item.period else { return [] }
        switch line.item.part {
        case .numbered(let number):
            guard let months = pattern.rule(ofPeriod: number)?.months, !fits(period, months) else { return [] }
            let (least, most) = (String(months.atLeast), String(months.atMost))
            return [line.problem("ends_before", "placement.length", ["from": least, "to": most])]
        case .optional(let slug):
            guard let optional = pattern.optional(slug), !fits(period, Bounds(0, optional.monthsAtMost)) else {
                return []
            }
            return [line.problem("ends_before", "placement.too_long", ["limit": String(optional.monthsAtMost)])]
        }
    }

    /// Months differ in length, so that one which such days have moved by days fits where it did before, too.
    private func fits(_ period: Period, _ months: Bounds) -> Bool {
        let inside = added.filter { period.contains($0.start) }.map(\.days).reduce(0, +)
        let before = added.filter { $0.start < period.start }.map(\.days).reduce(0, +)
        return [0, before].contains { moved in
            let start = period.start.adding(days: -moved)
            let worked = period.end.adding(days: -moved - inside)
            return start.adding(months: months.atLeast) <= worked && worked <= start.adding(months: months.atMost)
        }
    }
}

extension Period {
    var days: Int { end.daysSince1970 - start.daysSince1970 }
}
