import KohortCore

/// How a person came into a cohort.
package enum Enrolment {
    /// What led to it; the same source enrols once.
    package enum Source: Hashable, Sendable, Codable {
        case offer(OfferID)
        /// The second entrance: the employer's own new hire (KS11-15).
        case nomination(NominationID)
        /// Entered by the lead, for a cohort whose round was not held here.
        case entry(TraineeID)

        var id: String {
            switch self {
            case .offer(let id): id.description
            case .nomination(let id): id.description
            case .entry(let id): id.description
            }
        }

        package var entrance: Entrance {
            switch self {
            case .offer: .application
            case .nomination: .nomination
            case .entry: .entry
            }
        }
    }

    package enum Entrance: String, Hashable, Sendable, Codable, CaseIterable { case application, nomination, entry }
}

/// A person who is to be enrolled, with the terms of employment.
package struct Newcomer: Hashable, Sendable, Codable {
    package let person: PersonID
    package let name: String
    package let cohort: CohortReference
    /// The employer of record (KS11-16).
    package let employer: OrganisationID
    package let field: String
    package let contract: ContractKind
    /// The first day of work where it is known; otherwise the cohort's.
    package let startsOn: LocalDate?

    package init(
        person: PersonID, name: String, cohort: CohortReference, employer: OrganisationID, field: String,
        contract: ContractKind, startsOn: LocalDate? = nil
    ) {
        (self.person, self.name, self.cohort) = (person, name, cohort)
        (self.employer, self.field) = (employer, field)
        (self.contract, self.startsOn) = (contract, startsOn)
    }
}
