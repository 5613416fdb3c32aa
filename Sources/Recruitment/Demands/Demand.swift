import KohortCore
import KohortStore

/// What an employer asks for in a round (KS11-11); once approved and published it is a vacancy.
package struct Demand: Hashable, Sendable {
    package let id: DemandID
    package let round: RoundID
    package let organisation: OrganisationID
    package internal(set) var terms: DemandTerms
    /// The places that can be filled: as many as were asked for, until the lead approves another number.
    package internal(set) var positions: Int
    package internal(set) var state: DemandState
    /// Stated after the deadline, by the lead's override (KS11-2).
    package let isLate: Bool
    package let statedAt: Instant
    package internal(set) var decidedAt: Instant?
}

/// Where a demand stands. Only a stated one can be changed or decided.
package enum DemandState: String, Hashable, Sendable, Codable, CaseIterable, Storable {
    case stated, approved, declined, withdrawn
}

/// What the employer writes: a title, one field of work, the wanted background, the place, and how many.
package struct DemandTerms: Hashable, Sendable, Codable {
    package let title: String
    package let field: String
    package let competence: String
    package let place: String
    /// How many trainees are asked for.
    package let asked: Int

    package init(title: String, field: String, competence: String, place: String, asked: Int) {
        (self.title, self.field, self.competence) = (title, field, competence)
        (self.place, self.asked) = (place, asked)
    }
}
