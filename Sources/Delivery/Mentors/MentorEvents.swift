import KohortCore

/// Somebody is asked to be a trainee's mentor, and has not answered (ROM-2).
package struct MentorProposed: Event, Hashable {
    package static let name = "delivery.mentor.proposed"
    package let mentorship: MentorshipID
    package let trainee: TraineeID
    package let person: PersonID
    package let employer: OrganisationID
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }

    init(_ mentorship: Mentorship, of employer: OrganisationID) {
        (self.mentorship, trainee) = (mentorship.id, mentorship.trainee)
        (person, self.employer) = (mentorship.person, employer)
    }
}

/// A trainee has a mentor: named where that is enough, otherwise by the mentor's own acceptance.
package struct MentorNamed: Event, Hashable {
    package static let name = "delivery.mentor.named"
    package let mentorship: MentorshipID
    package let trainee: TraineeID
    package let person: PersonID
    package let employer: OrganisationID
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }

    init(_ mentorship: Mentorship, of employer: OrganisationID) {
        (self.mentorship, trainee) = (mentorship.id, mentorship.trainee)
        (person, self.employer) = (mentorship.person, employer)
    }
}

/// Who was asked said no.
package struct MentorDeclined: Event, Hashable {
    package static let name = "delivery.mentor.declined"
    package let mentorship: MentorshipID
    package let trainee: TraineeID
    package let person: PersonID
    package let employer: OrganisationID
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }

    init(_ mentorship: Mentorship, of employer: OrganisationID) {
        (self.mentorship, trainee) = (mentorship.id, mentorship.trainee)
        (person, self.employer) = (mentorship.person, employer)
    }
}

/// Somebody is no longer a trainee's mentor, or no longer asked to be.
package struct MentorEnded: Event, Hashable {
    package static let name = "delivery.mentor.ended"
    package let mentorship: MentorshipID
    package let trainee: TraineeID
    package let person: PersonID
    package let employer: OrganisationID
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }

    init(_ mentorship: Mentorship, of employer: OrganisationID) {
        (self.mentorship, trainee) = (mentorship.id, mentorship.trainee)
        (person, self.employer) = (mentorship.person, employer)
    }
}
