import KohortCore
import KohortStore

/// A trainee leaves before the end, for one of the reasons of the list.
package struct WithdrawTrainee: Command {
    package static let permission = Permission.endTrainee
    package static let events: [any Event.Type] = [TraineeWithdrawn.self] + TraineeEnd.events
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    /// The last day in the programme.
    package let on: LocalDate
    package let reason: WithdrawalReason

    package init(trainee: TraineeID, on: LocalDate, reason: WithdrawalReason) {
        (self.trainee, self.on, self.reason) = (trainee, on, reason)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let found = try write.present(trainee)
        try found.checkEnd(on, in: write.read)
        try write.end(found, by: TraineeEnd(state: .withdrawn, on: on, reason: reason))
        try write.record(TraineeWithdrawn(trainee: found.trainee, on: on))
        return Done()
    }
}
