import Foundation
import KohortCore
import KohortStore

/// What an employer narrows the pool to; everything that is set must hold.
package struct PoolFilter: Hashable, Sendable {
    /// Whether the employer has looked at a candidacy, and what it said.
    package enum Judgement: String, Hashable, Sendable, CaseIterable {
        case qualified, none
        case notQualified = "not_qualified"
    }

    package static let longestText = 100

    /// Only those who wish to come to this employer.
    package var ownWishes = false
    package var educationField: String?
    package var educationLevel: EducationLevel?
    package var judgement: Judgement?
    /// Whether they stand in the employer's own list.
    package var isRanked: Bool?
    /// Part of the name or of the school, in capitals or not.
    package var text = ""

    package init() {}

    /// Holds of a candidacy `c` with the employer's own assessment `a` and list entry `r` joined to it.
    func condition(for organisation: OrganisationID) throws(Rejection) -> SQL {
        let needle = text.trimmingCharacters(in: .whitespaces).precomposedStringWithCanonicalMapping
        guard needle.unicodeScalars.count <= Self.longestText else {
            throw .invalid("text", "text.too_long", ["limit": "\(Self.longestText)"])
        }
        var conditions: [SQL] = []
        if ownWishes {
            conditions.append(
                """
                exists (select 1 from candidacy_wish w join demand d on d.id = w.demand
                where w.candidacy = c.id and d.organisation = \(organisation))
                """)
        }
        if let educationField { conditions.append("c.education_field = \(educationField)") }
        if let educationLevel { conditions.append("c.education_level = \(educationLevel.rawValue)") }
        if let judgement { conditions.append(judgement.condition) }
        if let isRanked { conditions.append(isRanked ? "r.position is not null" : "r.position is null") }
        if !needle.isEmpty {
            let pattern = FoldedText.pattern(containing: needle)
            conditions.append(
                "(\(FoldedText.column("c.name")) like \(pattern) or \(FoldedText.column("c.school")) like \(pattern))")
        }
        return conditions.reduce("1 = 1") { $0 + " and " + $1 }
    }
}

extension PoolFilter.Judgement {
    fileprivate var condition: SQL {
        switch self {
        case .qualified: "a.verdict = 'qualified'"
        case .notQualified: "a.verdict = 'not_qualified'"
        case .none: "a.verdict is null"
        }
    }
}
