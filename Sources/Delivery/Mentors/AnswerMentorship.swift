import KohortCore
import KohortStore

/// Who was asked to be a trainee's mentor accepts, and takes over from the former one (ROM-2).
package struct AcceptMentorship: Command {
    package static let permission = Permission.answerMentorship
    package static let events: [any Event.Type] = [MentorNamed.self, MentorEnded.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let mentorship: MentorshipID

    package init(trainee: TraineeID, mentorship: MentorshipID) {
        (self.trainee, self.mentorship) = (trainee, mentorship)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        var (proposal, found) = try write.proposal(mentorship, of: trainee)
        for former in try Mentorship.open(of: trainee, in: write.read) where former.state == .active {
            try write.end(former, in: found)
        }
        (proposal.state, proposal.from) = (.active, found.today)
        try write.update(proposal)
        try write.record(MentorNamed(proposal, of: found.trainee.employer))
        return Done()
    }
}

/// Who was asked says no.
package struct DeclineMentorship: Command {
    package static let permission = Permission.answerMentorship
    package static let events: [any Event.Type] = [MentorDeclined.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let mentorship: MentorshipID

    package init(trainee: TraineeID, mentorship: MentorshipID) {
        (self.trainee, self.mentorship) = (trainee, mentorship)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        var (proposal, found) = try write.proposal(mentorship, of: trainee)
        proposal.state = .declined
        try write.update(proposal)
        try write.record(MentorDeclined(proposal, of: found.trainee.employer))
        return Done()
    }
}

extension Write {
    /// A proposal to the person who acts; anybody else's is not found.
    fileprivate func proposal(_ id: MentorshipID, of trainee: TraineeID) throws -> (Mentorship, TraineeInCohort) {
        let proposal = try find(Mentorship.self, id)
        guard proposal.trainee == trainee, actor == .person(proposal.person) else { throw Rejection.notFound }
        guard proposal.state == .proposed else { throw Rejection.conflict("mentor.answered") }
        return (proposal, try present(trainee))
    }
}
