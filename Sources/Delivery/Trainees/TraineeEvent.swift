import KohortCore

/// Something that happened to one trainee, which the trainee's employer may learn of.
package protocol TraineeEvent: Event {
    var trainee: TraineeID { get }
    var employer: OrganisationID { get }
}

extension TraineeEvent {
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }
}
