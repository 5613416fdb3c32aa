import KohortCore
import KohortStore

/// What one employer thinks of one candidacy; nobody else's employer sees it.
package struct Assessment: Hashable, Sendable {
    package let candidacy: CandidacyID
    package let organisation: OrganisationID
    package let verdict: Verdict
    /// Why not; in the order of `AssessmentReason`, each once, and none for a qualified candidacy.
    package let reasons: [AssessmentReason]
    /// The employer's own words, to be kept from everybody else and from the journal.
    package let note: String
    package let assessedAt: Instant
}

/// Whether a candidacy is one to choose from.
package enum Verdict: String, Hashable, Sendable, Codable, CaseIterable, Storable {
    case qualified
    case notQualified = "not_qualified"
}

/// Why a candidacy is not qualified: a closed list, so that reasons can be counted and told.
package enum AssessmentReason: String, Hashable, Sendable, Codable, CaseIterable {
    case educationMissing = "education_missing"
    case fieldNotWanted = "field_not_wanted"
    case language, incomplete, duplicate, other
}

extension Assessment {
    static func first(
        of candidacy: CandidacyID, by organisation: OrganisationID, in read: borrowing Read
    ) throws -> Assessment? {
        try read.first(Assessment.self, "where candidacy = \(candidacy) and organisation = \(organisation)")
    }
}
