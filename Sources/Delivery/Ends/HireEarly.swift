import KohortCore
import KohortStore

/// A trainee is hired before the end: the programme ends as hired early and not as dropped out, where the programme
/// has that end (GEN-3). The permanent hire is a fact from then on.
package struct HireEarly: Command {
    package static let permission = Permission.endTrainee
    package static let events: [any Event.Type] = [TraineeHiredEarly.self, OutcomeRecorded.self] + TraineeEnd.events
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    /// The last day in the programme.
    package let on: LocalDate

    package init(trainee: TraineeID, on: LocalDate) { (self.trainee, self.on) = (trainee, on) }

    package func perform(in write: borrowing Write) throws -> Done {
        let found = try write.inOpenCohort(trainee)
        try found.trainee.checkEnrolled()
        guard found.cohort.rules.completion.earlyHireEnds else { throw Rejection.conflict("trainee.no_early_hire") }
        try found.checkEnd(on, in: write.read)
        try write.end(found, by: TraineeEnd(state: .hiredEarly, on: on))
        try write.record(TraineeHiredEarly(trainee: found.trainee, on: on))
        let facts = try OutcomeFact.all(of: trainee, in: write.read)
        if !facts.contains(where: { $0.kind == .permanentlyHired }) {
            try write.recordOutcome(.permanentlyHired, on: on, of: found)
        }
        return Done()
    }
}
