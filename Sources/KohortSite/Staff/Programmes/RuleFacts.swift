import KohortCore
import Tenancy

/// A programme's rules in words, for people who have never seen the file.
struct RuleFacts {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    func facts(of rules: ProgrammeRules) -> [Fact] {
        let facts = [
            fact("purposes", rules.purposes.map(words)),
            fact("months", [visit.text("staff.rule.months.of", ["number": words(rules.months)])]),
            fact("periods", periods(rules.periods)),
            fact("gatherings", gatherings(rules.gatherings)),
            fact("roles", roles(rules.roles)),
            fact("talks", talks(rules.talks)),
            fact("education", rules.educationSharePercent.map { [visit.format.percent(Double($0) / 100)] } ?? []),
            fact("goals", rules.goals.map(words)),
            fact("completion", completion(rules.completion)),
            fact("fees", rules.fees.map(words)),
            fact("targets", rules.targets.map(words)),
            fact(
                "fields",
                rules.selection.fields.map(words)
                    + (rules.selection.fieldsLimited ? [visit.text("terms.fields.limited")] : [])),
            Fact(visit.text("terms.criteria"), criteria(rules.selection)),
            fact("entrances", rules.selection.entrances.map { visit.text("staff.rule.entrance.\($0.rawValue)") }),
            fact("contracts", employment(rules.employment)),
            fact("checklist", rules.checklist.map(words)),
        ]
        return facts.filter { !$0.values.isEmpty }
    }

    private func fact(_ key: String, _ values: [String]) -> Fact { Fact(visit.text("staff.rule.\(key)"), values) }

    func words(_ text: NamedText) -> String { text.text.text(in: visit.language) }

    func words(_ bounds: Bounds) -> String {
        bounds.atLeast == bounds.atMost ? String(bounds.atLeast) : "\(bounds.atLeast)–\(bounds.atMost)"
    }

    func say(_ key: String, _ values: [String: String] = [:]) -> String { visit.text("staff.rule.\(key)", values) }

    /// The name of an organisation that a rule names.
    func name(of organisation: Slug) -> String {
        visit.consortium.organisations.first { $0.slug == organisation }?.name.text(in: visit.language)
            ?? organisation.text
    }
}
