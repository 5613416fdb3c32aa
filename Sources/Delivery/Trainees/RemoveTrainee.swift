import KohortCore
import KohortStore

/// Strikes out a trainee who was entered by mistake: in no list and no figure from then on. One who has ended stays.
package struct RemoveTrainee: Command {
    package static let permission = Permission.removeTrainee
    package static let events: [any Event.Type] = [TraineeRemoved.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID

    package init(trainee: TraineeID) { self.trainee = trainee }

    package func perform(in write: borrowing Write) throws -> Done {
        try write.remove(try write.find(Trainee.self, trainee))
        return Done()
    }
}

/// Removes the trainee whom a nomination brought when the employer takes it back; by reaction.
package struct UndoEnrolment: Command {
    package static let permission = Permission.enrolTrainee
    package static let events: [any Event.Type] = [TraineeRemoved.self]
    package var scope: Scope { .consortium }
    package let source: Enrolment.Source

    package init(source: Enrolment.Source) { self.source = source }

    package func perform(in write: borrowing Write) throws -> Done {
        if let trainee = try write.first(Trainee.self, "where source = \(source.id) and state <> 'removed'") {
            try write.remove(trainee)
        }
        return Done()
    }
}

extension Write {
    fileprivate func remove(_ trainee: Trainee) throws {
        try trainee.checkNotEnded()
        var trainee = trainee
        trainee.state = .removed
        trainee.endedOn = try ask(CohortDirectory.self).find(.id(trainee.cohort), read).zone.date(at: now)
        try update(trainee)
        try record(TraineeRemoved(trainee))
    }
}
