import KohortCore

extension PlacementRules {
    /// As many months as the pattern says, or up to as many; the days of leaves are not counted.
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

    private func fits(_ period: Period, _ months: Bounds) -> Bool {
        let worked = period.end.adding(days: -leaves.map { period.daysShared(with: $0) }.reduce(0, +))
        return period.start.adding(months: months.atLeast) <= worked
            && worked <= period.start.adding(months: months.atMost)
    }
}

extension Period {
    var days: Int { end.daysSince1970 - start.daysSince1970 }

    func daysShared(with other: Period) -> Int {
        Period(start: max(start, other.start), end: min(end, other.end))?.days ?? 0
    }
}
