import KohortCore
import KohortStore

/// A trainee, the cohort whose rules hold, and the date there: what most commands begin with.
struct TraineeInCohort {
    var trainee: Trainee
    let cohort: CohortPlan
    let today: LocalDate

    /// Throws unless a date is between two others, both of them in, and is not to come.
    func check(_ date: LocalDate, from first: LocalDate, through last: LocalDate) throws(Rejection) {
        guard first <= date, date <= last else {
            throw .invalid("on", "date.between", ["from": first.description, "to": last.description])
        }
        try checkNotToCome(date)
    }

    func checkNotToCome(_ date: LocalDate) throws(Rejection) {
        if date > today { throw .invalid("on", "date.to_come") }
    }
}

extension Read {
    /// One who was struck out is not found.
    func inCohort(_ id: TraineeID) throws -> TraineeInCohort {
        let trainee = try find(Trainee.self, id)
        guard trainee.state != .removed else { throw Rejection.notFound }
        return try inCohort(trainee)
    }

    func inCohort(_ trainee: Trainee) throws -> TraineeInCohort {
        let cohort = try ask(CohortDirectory.self).find(.id(trainee.cohort), self)
        return TraineeInCohort(trainee: trainee, cohort: cohort, today: cohort.zone.date(at: now))
    }
}

extension Write {
    /// A trainee whose cohort is not closed, ended or not.
    func inOpenCohort(_ id: TraineeID) throws -> TraineeInCohort {
        let found = try read.inCohort(id)
        try CohortClosing.checkOpen(found.cohort.id, in: read)
        return found
    }

    /// A trainee who has not ended: blocked or enrolled.
    func present(_ id: TraineeID) throws -> TraineeInCohort {
        let found = try inOpenCohort(id)
        try found.trainee.checkNotEnded()
        return found
    }
}
