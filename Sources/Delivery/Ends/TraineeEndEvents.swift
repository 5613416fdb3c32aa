import KohortCore

extension Permission {
    /// To say that a trainee has come to the end of the programme.
    package static let completeTrainee = Permission("delivery.trainee.complete")
    /// To say that a trainee was hired early or left.
    package static let endTrainee = Permission("delivery.trainee.end")
}

/// A trainee has come to the end of the programme.
package struct TraineeCompleted: Event, Hashable {
    package static let name = "delivery.trainee.completed"
    package let trainee: TraineeID
    package let cohort: CohortID
    package let employer: OrganisationID
    package let on: LocalDate
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }

    init(trainee: Trainee, on: LocalDate) {
        (self.trainee, cohort, employer, self.on) = (trainee.id, trainee.cohort, trainee.employer, on)
    }
}

/// A trainee was hired before the end: not a drop-out (GEN-3).
package struct TraineeHiredEarly: Event, Hashable {
    package static let name = "delivery.trainee.hired_early"
    package let trainee: TraineeID
    package let cohort: CohortID
    package let employer: OrganisationID
    package let on: LocalDate
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }

    init(trainee: Trainee, on: LocalDate) {
        (self.trainee, cohort, employer, self.on) = (trainee.id, trainee.cohort, trainee.employer, on)
    }
}

/// A trainee left before the end. The reason stays out of the journal: it may tell of somebody's health.
package struct TraineeWithdrawn: Event, Hashable {
    package static let name = "delivery.trainee.withdrawn"
    package let trainee: TraineeID
    package let cohort: CohortID
    package let employer: OrganisationID
    package let on: LocalDate
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }

    init(trainee: Trainee, on: LocalDate) {
        (self.trainee, cohort, employer, self.on) = (trainee.id, trainee.cohort, trainee.employer, on)
    }
}
