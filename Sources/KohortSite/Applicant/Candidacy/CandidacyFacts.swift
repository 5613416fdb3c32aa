import KohortCore
import Recruitment

/// What an applicant wrote about themselves; what was left empty is left out.
struct CandidacyFacts {
    let lines: [FactLine]

    init(_ visit: Visit, _ candidacy: Candidacy) {
        let details = candidacy.details
        let level = details.educationLevel.map { visit.text("education.\($0.rawValue)") }
        let values: [(String, String?)] = [
            ("apply.name", details.name), ("apply.email", details.email.text), ("apply.phone", details.phone),
            ("apply.place", details.place), ("apply.birth_year", details.birthYear.map { String($0) }),
            ("apply.education_level", level), ("apply.education_field", details.educationField),
            ("apply.school", details.school), ("apply.graduation_year", details.graduationYear.map { String($0) }),
            ("candidacy.received", candidacy.submittedAt.map(visit.format.exactTime)),
            ("candidacy.kept", visit.format.date(candidacy.purgeAfter)),
        ]
        lines = values.compactMap { key, value in
            value.flatMap { $0.isEmpty ? nil : FactLine(visit.text(key), $0) }
        }
    }
}
