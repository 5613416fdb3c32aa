import KohortCore

/// Numbers of applicants as a source prints them: in its order, told of no cohort (ROM-9). Whether they were qualified
/// is not stated, so a target says only what each number would reach.
package struct PrintedApplicants: Hashable, Sendable {
    package let counts: [Int]
    /// The programme's target of qualified applicants; nil where it has none.
    package let atLeast: Int?

    package init(counts: [Int], atLeast: Int?) { (self.counts, self.atLeast) = (counts, atLeast) }

    /// For each number, in its order; nil without a target.
    package var standings: [TargetStanding?] {
        counts.map { count in atLeast.map { count >= $0 ? .met : .notMet } }
    }
}
