import KohortCore
import KohortStore

/// Records one fact of what became of a trainee, once, also after the trainee has ended; never once the cohort is
/// closed.
package struct RecordOutcome: Command {
    package static let permission = Permission.recordOutcome
    package static let events: [any Event.Type] = [OutcomeRecorded.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let kind: OutcomeKind
    package let on: LocalDate

    package init(trainee: TraineeID, kind: OutcomeKind, on: LocalDate) {
        (self.trainee, self.kind, self.on) = (trainee, kind, on)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        try write.recordOutcome(kind, on: on, of: try write.inOpenCohort(trainee))
        return Done()
    }
}

/// Takes a fact away that was recorded by mistake.
package struct ClearOutcome: Command {
    package static let permission = Permission.recordOutcome
    package static let events: [any Event.Type] = [OutcomeCleared.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let kind: OutcomeKind

    package init(trainee: TraineeID, kind: OutcomeKind) { (self.trainee, self.kind) = (trainee, kind) }

    package func perform(in write: borrowing Write) throws -> Done {
        let found = try write.inOpenCohort(trainee)
        if kind == .permanentlyHired, found.trainee.state == .hiredEarly {
            throw Rejection.conflict("outcome.hired_early")
        }
        let count = try write.execute("delete from outcome_fact where trainee = \(trainee) and kind = \(kind)")
        if count > 0 {
            try write.record(OutcomeCleared(trainee: trainee, employer: found.trainee.employer, kind: kind))
        }
        return Done()
    }
}

extension Write {
    func recordOutcome(_ kind: OutcomeKind, on date: LocalDate, of found: TraineeInCohort) throws {
        try found.checkNotToCome(date)
        let facts = try OutcomeFact.all(of: found.trainee.id, in: read)
        guard !facts.contains(where: { $0.kind == kind }) else { throw Rejection.conflict("outcome.recorded") }
        if let problem = kind.problem(on: date, among: facts) { throw Rejection.invalid([problem]) }
        let fact = OutcomeFact(trainee: found.trainee.id, kind: kind, on: date, recordedAt: now)
        try insert(fact)
        try record(OutcomeRecorded(fact, of: found.trainee))
    }
}
