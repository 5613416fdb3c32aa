/// What a cohort should reach: a number, or a share of another measure.
package struct TargetDefinition: Equatable, Sendable, Codable {
    package let measure: Measure
    package let atLeast: Int?
    package let atLeastPercent: Int?
    package let of: Measure?
}

/// What can be counted of a cohort. Qualified, completed, offered, accepted and hired are five counts (ROM-6).
package enum Measure: String, Sendable, Codable, CaseIterable {
    case members, applicants, started, completed, offered, accepted
    case qualifiedApplicants = "qualified_applicants"
    case permanentlyHired = "permanently_hired"
}

extension TargetDefinition {
    init(_ keys: Keys) {
        measure = keys["measure"].word(or: .members)
        atLeast = keys.optional("at_least")?.integer(0...1_000_000)
        atLeastPercent = keys.optional("at_least_percent")?.integer(0...100)
        of = keys.optional("of")?.word(or: .started)
        let isNumber = atLeast != nil && atLeastPercent == nil && of == nil
        let isShare = atLeast == nil && atLeastPercent != nil && of != nil
        keys.check(
            isNumber || isShare, "measure", with: ["at_least", "at_least_percent", "of"], .valueConflict,
            allowed: "at_least alone, or at_least_percent with of")
    }
}
