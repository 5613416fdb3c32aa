import KohortCore

/// An employer enrolled its own new hire in a round.
package struct HireNominated: Event, Hashable {
    package static let name = "recruitment.hire.nominated"
    package let nomination: NominationID
    package let round: RoundID
    package let organisation: OrganisationID
    package let person: PersonID
    package let contract: ContractKind
    package let hiredOn: LocalDate
    package var subject: Subject { Subject("nomination", nomination) }
    package var audience: Audience { .organisation(organisation) }
}

/// The employer took its nomination back.
package struct NominationWithdrawn: Event, Hashable {
    package static let name = "recruitment.nomination.withdrawn"
    package let nomination: NominationID
    package let round: RoundID
    package let organisation: OrganisationID
    package let person: PersonID
    package var subject: Subject { Subject("nomination", nomination) }
    package var audience: Audience { .organisation(organisation) }
}
