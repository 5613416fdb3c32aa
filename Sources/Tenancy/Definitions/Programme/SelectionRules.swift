import KohortCore

extension SelectionRules {
    init(_ keys: Keys) {
        let entrances: [Entrance] = keys.list("entrances", 1...2).map { $0.word(or: .application) }
        let criteria: [SelectionCriterion] = keys.list("criteria", 0...10).map { $0.word(or: .statedCompetence) }
        let fields: [NamedText] = keys.texts("fields")
        let fieldsLimited: Bool = keys.optional("fields_limited")?.flag() ?? false
        keys.check(
            !fieldsLimited || !fields.isEmpty, "fields_limited", with: ["fields"], .valueConflict,
            allowed: "false, for the programme names no fields")
        self.init(entrances: entrances, criteria: criteria, fields: fields, fieldsLimited: fieldsLimited)
    }
}
