/// How trainees come into the programme.
package struct SelectionRules: Hashable, Sendable, Codable {
    package let entrances: [Entrance]
    package let criteria: [SelectionCriterion]
    package let fields: [NamedText]
    /// Only these fields are taken in; otherwise they are the typical ones (GEN-5).
    package let fieldsLimited: Bool

    package init(
        entrances: [Entrance] = [], criteria: [SelectionCriterion] = [], fields: [NamedText] = [],
        fieldsLimited: Bool = false
    ) {
        self.entrances = entrances
        self.criteria = criteria
        self.fields = fields
        self.fieldsLimited = fieldsLimited
    }
}

/// By application, or enrolled by the employer who hired the person itself (KS11-15).
package enum Entrance: String, Sendable, Codable, CaseIterable { case application, nomination }

/// What candidates are chosen by.
package enum SelectionCriterion: String, Sendable, Codable, CaseIterable {
    case relevanceOfEducation = "relevance_of_education"
    case statedCompetence = "stated_competence"
}

extension SelectionRules {
    /// Whether somebody of this field is taken in: any, unless the fields are limited; then by slug or by name in any
    /// language (GEN-5).
    package func admits(field: String) -> Bool {
        !fieldsLimited
            || fields.contains { known in
                known.slug.text == field || Language.allCases.contains { known.text.text(in: $0) == field }
            }
    }
}
