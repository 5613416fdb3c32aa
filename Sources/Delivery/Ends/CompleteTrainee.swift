import KohortCore
import KohortStore

/// A trainee has come to the end of the programme: not before the last placement's last day (the programme's, where
/// none is planned), and with every required step done.
package struct CompleteTrainee: Command {
    package static let permission = Permission.completeTrainee
    package static let events: [any Event.Type] = [TraineeCompleted.self] + TraineeEnd.events
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    /// The last day in the programme.
    package let on: LocalDate

    package init(trainee: TraineeID, on: LocalDate) { (self.trainee, self.on) = (trainee, on) }

    package func perform(in write: borrowing Write) throws -> Done {
        let found = try write.inOpenCohort(trainee)
        try found.trainee.checkEnrolled()
        let lastDay = found.trainee.period.lastDay
        let earliest = try Placement.all(of: trainee, in: write.read).map(\.period.lastDay).max() ?? lastDay
        try found.check(on, from: earliest, through: lastDay)
        try ClosingSteps.checkDone(by: found.trainee, in: found.cohort, write.read)
        try write.end(found, by: TraineeEnd(state: .completed, on: on))
        try write.record(TraineeCompleted(trainee: found.trainee, on: on))
        return Done()
    }
}
