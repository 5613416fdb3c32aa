import KohortCore

extension ProgrammeRules {
    init(_ keys: Keys) {
        let months = keys["months"].bounds(1...120)
        let periods = keys["periods"].block(PeriodPattern.init)
        let purposes: [NamedText] = keys.texts("purposes")
        let gatherings: GatheringRules = keys["gatherings"].block(GatheringRules.init)
        let roles: RoleRules = keys["roles"].block(RoleRules.init)
        let talks: TalkRules = keys.optional("talks")?.block(TalkRules.init) ?? TalkRules()
        let educationSharePercent: Int? = keys.optional("education_share_percent")?.integer(0...100)
        let goals: [NamedText] = keys.texts("goals")
        let completion: CompletionRules = keys["completion"].block(CompletionRules.init)
        let fees: [FeeDefinition] = keys.slugged("fees", 0...50, \.slug, FeeDefinition.init)
        let targets: [TargetDefinition] = keys.list("targets", 0...50).map { $0.block(TargetDefinition.init) }
        let selection: SelectionRules = keys["selection"].block(SelectionRules.init)
        let employment: EmploymentTerms = keys["employment"].block(EmploymentTerms.init)
        let checklist: [NamedText] = keys.texts("checklist")
        let length = periods.months
        keys.check(
            length.map { $0.atLeast <= months.atMost && months.atLeast <= $0.atMost } ?? true, "periods",
            with: ["months"],
            .valueConflict,
            allowed: "periods that together fit \(months.words) months")
        self.init(
            purposes: purposes, months: months, periods: periods, gatherings: gatherings, roles: roles, talks: talks,
            educationSharePercent: educationSharePercent, goals: goals, completion: completion, fees: fees,
            targets: targets, selection: selection, employment: employment, checklist: checklist)
    }
}
