import KohortCore
import KohortStore

/// Enrols whom recruitment brings, because of an accepted offer or a nomination and in its transaction.
package struct EnrolTrainee: Command {
    package static let permission = Permission.enrolTrainee
    package static let events: [any Event.Type] = [TraineeEnrolled.self, TraineeBlocked.self]
    package var scope: Scope { .consortium }
    package let source: Enrolment.Source

    package init(source: Enrolment.Source) { self.source = source }

    package func perform(in write: borrowing Write) throws -> TraineeID {
        let newcomer = try write.ask(NewcomerDirectory.self).find(source, write.read)
        return try write.enrol(newcomer, because: source, as: .new(at: write.now))
    }
}

extension Write {
    /// Enrols a person once in a cohort; blocked where the employer has something to do first.
    func enrol(_ newcomer: Newcomer, because source: Enrolment.Source, as id: TraineeID) throws -> TraineeID {
        let cohort = try ask(CohortDirectory.self).find(newcomer.cohort, read)
        try CohortClosing.checkOpen(cohort.id, in: read)
        let known = try count(
            "select count(*) from trainee where cohort = \(cohort.id) and person = \(newcomer.person) and state <> 'removed'"
        )
        guard known == 0 else { throw Rejection.conflict("trainee.already_enrolled") }
        let missing = try StartRequirement.missing(at: newcomer.employer, in: cohort, read)
        let trainee = try Trainee(id, newcomer, source, in: cohort, isBlocked: !missing.isEmpty, at: now)
        try insert(trainee)
        if missing.isEmpty {
            try tell(trainee.person, of: id, as: .trainee)
            try record(TraineeEnrolled(trainee))
        } else {
            try record(
                TraineeBlocked(trainee: id, cohort: cohort.id, employer: newcomer.employer, missing: missing))
        }
        return id
    }
}

extension Trainee {
    init(
        _ id: TraineeID, _ newcomer: Newcomer, _ source: Enrolment.Source, in cohort: CohortPlan, isBlocked: Bool,
        at now: Instant
    ) throws(Rejection) {
        let start = max(newcomer.startsOn ?? cohort.period.start, cohort.period.start)
        guard let period = Period(start: start, end: cohort.period.end) else {
            throw .invalid("starts_on", "date.after", ["limit": cohort.period.end.description])
        }
        let terms = cohort.rules.employment
        guard terms.contracts.contains(newcomer.contract) else { throw .conflict("trainee.contract") }
        guard cohort.rules.selection.admits(field: newcomer.field) else { throw .invalid("field", "field.limited") }
        (self.id, self.cohort, self.period) = (id, cohort.id, period)
        (person, name, employer) = (newcomer.person, newcomer.name, newcomer.employer)
        (entrance, self.source, field) = (source.entrance, source.id, newcomer.field)
        (contract, enteredAt) = (newcomer.contract, now)
        state = isBlocked ? .blocked : .enrolled
        probationUntil = terms.probationMonths.map { start.adding(months: $0) }
    }
}
