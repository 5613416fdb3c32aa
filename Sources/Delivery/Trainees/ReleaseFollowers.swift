import KohortCore
import KohortStore

/// Ends the mentor's and supervisors' part in a trainee who was struck out; by reaction.
package struct ReleaseFollowers: Command {
    package static let permission = Permission.releaseFollowers
    package static let events: [any Event.Type] = [MentorEnded.self, SupervisorEnded.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID

    package init(trainee: TraineeID) { self.trainee = trainee }

    package func perform(in write: borrowing Write) throws -> Done {
        let found = try write.read.inCohort(try write.find(Trainee.self, trainee))
        for mentorship in try Mentorship.open(of: trainee, in: write.read) { try write.end(mentorship, in: found) }
        for placement in try Placement.all(of: trainee, in: write.read) {
            try write.endSupervision(of: placement.id, in: found)
        }
        return Done()
    }
}
