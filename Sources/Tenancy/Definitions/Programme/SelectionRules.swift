/// How trainees come into the programme.
package struct SelectionRules: Equatable, Sendable, Codable {
    package let entrances: [Entrance]
    package let criteria: [SelectionCriterion]
    package let fields: [NamedText]
    /// Only these fields are taken in; otherwise they are the typical ones (GEN-5).
    package let fieldsLimited: Bool
}

/// By application, or enrolled by the employer who hired the person itself (KS11-15).
package enum Entrance: String, Sendable, Codable, CaseIterable { case application, nomination }

/// What candidates are chosen by.
package enum SelectionCriterion: String, Sendable, Codable, CaseIterable {
    case relevanceOfEducation = "relevance_of_education"
    case statedCompetence = "stated_competence"
}

extension SelectionRules {
    init(_ keys: Keys) {
        entrances = keys.list("entrances", 1...2).map { $0.word(or: .application) }
        criteria = keys.list("criteria", 0...10).map { $0.word(or: .statedCompetence) }
        fields = keys.texts("fields")
        fieldsLimited = keys.optional("fields_limited")?.flag() ?? false
        keys.check(
            !fieldsLimited || !fields.isEmpty, "fields_limited", with: ["fields"], .valueConflict,
            allowed: "false, for the programme names no fields")
    }
}
