import KohortCore

/// A trainee is in the cohort and may start.
package struct TraineeEnrolled: TraineeEvent, Hashable {
    package static let name = "delivery.trainee.enrolled"
    package let trainee: TraineeID
    package let cohort: CohortID
    package let person: PersonID
    package let employer: OrganisationID
    package let entrance: Enrolment.Entrance
    package let startsOn: LocalDate

    init(_ trainee: Trainee) {
        (self.trainee, cohort, person) = (trainee.id, trainee.cohort, trainee.person)
        (employer, entrance, startsOn) = (trainee.employer, trainee.entrance, trainee.period.start)
    }
}

/// A trainee waits, because the employer has not done what must be done before the start (KS11-20).
package struct TraineeBlocked: TraineeEvent, Hashable {
    package static let name = "delivery.trainee.blocked"
    package let trainee: TraineeID
    package let cohort: CohortID
    package let employer: OrganisationID
    package let missing: [StartRequirement]
}

/// A trainee was struck out as entered by mistake, or because the offer or nomination behind it was taken back.
package struct TraineeRemoved: TraineeEvent, Hashable {
    package static let name = "delivery.trainee.removed"
    package let trainee: TraineeID
    package let cohort: CohortID
    package let person: PersonID
    package let employer: OrganisationID

    init(_ trainee: Trainee) {
        (self.trainee, cohort, person) = (trainee.id, trainee.cohort, trainee.person)
        employer = trainee.employer
    }
}
