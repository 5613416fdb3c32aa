import KohortCore

/// The dates of a round, each ending at 24:00 in the round's zone.
package struct Deadlines: Hashable, Sendable, Codable {
    /// Employers state their demand (KS11-2); nil when they may do so as long as applications are taken.
    package let demandBy: LocalDate?
    package let applyBy: LocalDate
    /// Employers certify their rankings (BR-4).
    package let rankBy: LocalDate?
    /// Offers that are still open after it are flagged (KS11-4).
    package let hireBy: LocalDate?

    package init(demandBy: LocalDate?, applyBy: LocalDate, rankBy: LocalDate?, hireBy: LocalDate?) {
        (self.demandBy, self.applyBy, self.rankBy, self.hireBy) = (demandBy, applyBy, rankBy, hireBy)
    }

    /// A `date.order` for each date that does not come after the ones before it.
    var problems: [FieldProblem] {
        let dates = [("demand_by", demandBy), ("apply_by", applyBy), ("rank_by", rankBy), ("hire_by", hireBy)]
        let known = dates.compactMap { name, date in date.map { (name, $0) } }
        return zip(known, known.dropFirst()).compactMap { earlier, later in
            earlier.1 < later.1 ? nil : FieldProblem(later.0, "date.order", ["after": "\(earlier.1)"])
        }
    }
}
