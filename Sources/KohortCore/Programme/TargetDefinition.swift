/// What a cohort should reach: a number, or a share of another measure.
package struct TargetDefinition: Hashable, Sendable, Codable {
    package let measure: Measure
    package let atLeast: Int?
    package let atLeastPercent: Int?
    package let of: Measure?

    package init(measure: Measure, atLeast: Int? = nil, atLeastPercent: Int? = nil, of: Measure? = nil) {
        self.measure = measure
        self.atLeast = atLeast
        self.atLeastPercent = atLeastPercent
        self.of = of
    }
}

/// What can be counted of a cohort. Qualified, completed, offered, accepted and hired are five counts (ROM-6).
package enum Measure: String, Sendable, Codable, CaseIterable {
    case members, applicants, started, completed, offered, accepted
    case qualifiedApplicants = "qualified_applicants"
    case permanentlyHired = "permanently_hired"
}
