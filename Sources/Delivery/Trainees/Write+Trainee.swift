import KohortCore
import KohortStore

extension Read {
    /// A trainee with the plan of their cohort; `notFound` for one who was struck out.
    func trainee(_ id: TraineeID) throws -> (Trainee, CohortPlan) {
        let trainee = try find(Trainee.self, id)
        guard trainee.state != .removed else { throw Rejection.notFound }
        return (trainee, try ask(CohortDirectory.self).find(.id(trainee.cohort), self))
    }

    /// The placement with its trainee and the plan of the cohort.
    func placement(_ id: PlacementID) throws -> (Placement, Trainee, CohortPlan) {
        let placement = try find(Placement.self, id)
        let (trainee, cohort) = try trainee(placement.trainee)
        return (placement, trainee, cohort)
    }
}

extension Write {
    /// A trainee whose cohort is not closed, so that something of them may change.
    func openTrainee(_ id: TraineeID) throws -> (Trainee, CohortPlan) {
        let found = try read.trainee(id)
        try CohortClosing.checkOpen(found.0.cohort, in: read)
        return found
    }

    /// The same by a placement.
    func openPlacement(_ id: PlacementID) throws -> (Placement, Trainee, CohortPlan) {
        let found = try read.placement(id)
        try CohortClosing.checkOpen(found.1.cohort, in: read)
        return found
    }
}

extension CohortPlan {
    /// The date in the tenant's zone.
    func today(_ now: Instant) -> LocalDate { zone.date(at: now) }
}

extension LocalDate {
    /// Throws `date.future` for a day that has not come.
    func checkPast(_ today: LocalDate, field: String) throws(Rejection) {
        if self > today { throw .invalid(field, "date.future") }
    }

    /// Throws `date.outside` for a day that is not in the period.
    func checkIn(_ period: Period, field: String) throws(Rejection) {
        guard period.contains(self) else {
            throw .invalid(
                field, "date.outside", ["from": period.start.description, "to": period.lastDay.description])
        }
    }
}
