/// The rules of a programme, as versioned data. A cohort keeps the version it started with.
package struct ProgrammeRules: Hashable, Sendable, Codable {
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

    package init(
        purposes: [NamedText] = [], months: Bounds, periods: PeriodPattern, gatherings: GatheringRules,
        roles: RoleRules, talks: TalkRules, educationSharePercent: Int? = nil, goals: [NamedText] = [],
        completion: CompletionRules, fees: [FeeDefinition] = [], targets: [TargetDefinition] = [],
        selection: SelectionRules, employment: EmploymentTerms, checklist: [NamedText] = []
    ) {
        self.purposes = purposes
        self.months = months
        self.periods = periods
        self.gatherings = gatherings
        self.roles = roles
        self.talks = talks
        self.educationSharePercent = educationSharePercent
        self.goals = goals
        self.completion = completion
        self.fees = fees
        self.targets = targets
        self.selection = selection
        self.employment = employment
        self.checklist = checklist
    }
}
