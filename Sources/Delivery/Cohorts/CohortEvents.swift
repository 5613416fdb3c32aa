import KohortCore

/// An employer confirmed that the programme's aims are anchored in its organisation.
package struct AimsConfirmed: Event, Hashable {
    package static let name = "delivery.aims.confirmed"
    package let cohort: CohortID
    package let organisation: OrganisationID
    package var subject: Subject { Subject("cohort", cohort) }
    package var audience: Audience { .organisation(organisation) }
}

/// A cohort was closed with its outcomes: its row in the results is final.
package struct CohortClosed: Event, Hashable {
    package static let name = "delivery.cohort.closed"
    package let cohort: CohortID
    package let trainees: Int
    package let permanentlyHired: Int
    package var subject: Subject { Subject("cohort", cohort) }
    package var audience: Audience { .consortium }
}
