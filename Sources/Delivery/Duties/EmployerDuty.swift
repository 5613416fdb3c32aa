import KohortCore

/// Something that an employer has to do for its trainees of a cohort.
package enum EmployerDuty: Hashable, Sendable {
    /// Before its trainees start (KS11-10, KS11-20).
    case meet(StartRequirement)
    case planPlacements(TraineeID)
    case nameMentor(TraineeID)
    /// For one placement of the trainee.
    case nameSupervisor(PlacementID, of: TraineeID)
    /// The trainee, before a gathering (KS11-33).
    case prepare(GatheringID, TraineeID, title: String)
    /// As a member (NOR-8).
    case evaluateCohort
}

/// One thing that an employer has to do, and by when.
package struct EmployerDutyLine: Hashable, Sendable {
    package let duty: EmployerDuty
    package let cohort: Slug
    /// Nil where it is for the cohort as a whole.
    package let trainee: String?
    package let by: LocalDate
}
