import KohortCore

extension Permission {
    /// To say that a trainee has come to the end of the programme.
    package static let completeTrainee = Permission("delivery.trainee.complete")
    /// To say that a trainee was hired early or left.
    package static let endTrainee = Permission("delivery.trainee.end")
}

/// A trainee has come to the end of the programme.
package struct TraineeCompleted: TraineeEvent, OfTraineeEnd, Hashable {
    package static let name = "delivery.trainee.completed"
    package let trainee: TraineeID
    package let cohort: CohortID
    package let employer: OrganisationID
    package let on: LocalDate
}

/// A trainee was hired before the end: not a drop-out (GEN-3).
package struct TraineeHiredEarly: TraineeEvent, OfTraineeEnd, Hashable {
    package static let name = "delivery.trainee.hired_early"
    package let trainee: TraineeID
    package let cohort: CohortID
    package let employer: OrganisationID
    package let on: LocalDate
}

/// A trainee left before the end. The reason stays out of the journal: it may tell of somebody's health.
package struct TraineeWithdrawn: TraineeEvent, OfTraineeEnd, Hashable {
    package static let name = "delivery.trainee.withdrawn"
    package let trainee: TraineeID
    package let cohort: CohortID
    package let employer: OrganisationID
    package let on: LocalDate
}

/// What the events of an end hold alike.
protocol OfTraineeEnd {
    init(trainee: TraineeID, cohort: CohortID, employer: OrganisationID, on: LocalDate)
}

extension OfTraineeEnd {
    init(trainee: Trainee, on: LocalDate) {
        self.init(trainee: trainee.id, cohort: trainee.cohort, employer: trainee.employer, on: on)
    }
}
