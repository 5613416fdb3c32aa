import KohortCore

/// Somebody is asked to be a trainee's mentor, and has not answered (ROM-2).
package struct MentorProposed: TraineeEvent, OfMentorship, Hashable {
    package static let name = "delivery.mentor.proposed"
    package let mentorship: MentorshipID
    package let trainee: TraineeID
    package let person: PersonID
    package let employer: OrganisationID
}

/// A trainee has a mentor: named where that is enough, otherwise by the mentor's own acceptance.
package struct MentorNamed: TraineeEvent, OfMentorship, Hashable {
    package static let name = "delivery.mentor.named"
    package let mentorship: MentorshipID
    package let trainee: TraineeID
    package let person: PersonID
    package let employer: OrganisationID
}

/// Who was asked said no.
package struct MentorDeclined: TraineeEvent, OfMentorship, Hashable {
    package static let name = "delivery.mentor.declined"
    package let mentorship: MentorshipID
    package let trainee: TraineeID
    package let person: PersonID
    package let employer: OrganisationID
}

/// Somebody is no longer a trainee's mentor, or no longer asked to be.
package struct MentorEnded: TraineeEvent, OfMentorship, Hashable {
    package static let name = "delivery.mentor.ended"
    package let mentorship: MentorshipID
    package let trainee: TraineeID
    package let person: PersonID
    package let employer: OrganisationID
}

/// What the events of a mentorship hold alike.
protocol OfMentorship {
    init(mentorship: MentorshipID, trainee: TraineeID, person: PersonID, employer: OrganisationID)
}

extension OfMentorship {
    init(_ mentorship: Mentorship, of employer: OrganisationID) {
        self.init(
            mentorship: mentorship.id, trainee: mentorship.trainee, person: mentorship.person, employer: employer)
    }
}
