import KohortCore

/// The rules of a programme, as versioned data. A cohort keeps the version it started with.
package struct ProgrammeRules: Equatable, Sendable, Codable {
    package let purposes: [NamedText]
    /// The length of the whole programme.
    package let months: Bounds
    package let periods: PeriodPattern
    package let gatherings: GatheringRules
    package let roles: RoleRules
    package let talks: TalkRules
    /// The share of the time that is education; the rest is practical work (NOR-4).
    package let educationSharePercent: Int?
    /// Reported as how many were reached, without a pass mark (KS11-34).
    package let goals: [NamedText]
    package let completion: CompletionRules
    package let fees: [FeeDefinition]
    package let targets: [TargetDefinition]
    package let selection: SelectionRules
    package let employment: EmploymentTerms
    /// What a coordinator is to see to (KS11-24).
    package let checklist: [NamedText]
}

extension ProgrammeRules {
    init(_ keys: Keys) {
        let months = keys["months"].bounds(1...120)
        let periods = keys["periods"].block(PeriodPattern.init)
        purposes = keys.texts("purposes")
        self.months = months
        self.periods = periods
        gatherings = keys["gatherings"].block(GatheringRules.init)
        roles = keys["roles"].block(RoleRules.init)
        talks = keys.optional("talks")?.block(TalkRules.init) ?? TalkRules()
        educationSharePercent = keys.optional("education_share_percent")?.integer(0...100)
        goals = keys.texts("goals")
        completion = keys["completion"].block(CompletionRules.init)
        fees = keys.slugged("fees", 0...50, \.slug, FeeDefinition.init)
        targets = keys.list("targets", 0...50).map { $0.block(TargetDefinition.init) }
        selection = keys["selection"].block(SelectionRules.init)
        employment = keys["employment"].block(EmploymentTerms.init)
        checklist = keys.texts("checklist")
        let length = periods.months
        keys.check(
            length.map { $0.atLeast <= months.atMost && months.atLeast <= $0.atMost } ?? true, "periods",
            with: ["months"],
            .valueConflict,
            allowed: "periods that together fit \(months.words) months")
    }
}
