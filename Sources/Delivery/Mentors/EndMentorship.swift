import KohortCore
import KohortStore

/// Ends a mentor's time, or takes a proposal back, with nobody in their place: until another is named, the trainee
/// counts among those without a mentor.
package struct EndMentorship: Command {
    package static let permission = Permission.nameMentor
    package static let events: [any Event.Type] = [MentorEnded.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let mentorship: MentorshipID

    package init(trainee: TraineeID, mentorship: MentorshipID) {
        (self.trainee, self.mentorship) = (trainee, mentorship)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let found = try write.present(trainee)
        let mentorship = try write.find(Mentorship.self, mentorship)
        guard mentorship.trainee == trainee else { throw Rejection.notFound }
        guard mentorship.state.isOpen else { throw Rejection.conflict("mentor.ended") }
        try write.end(mentorship, in: found)
        return Done()
    }
}
