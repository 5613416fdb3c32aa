import KohortCore

/// A trainee has named the project.
package struct ProjectBegun: Event, Hashable {
    package static let name = "delivery.project.begun"
    package let trainee: TraineeID
    package let employer: OrganisationID
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }
}

/// A trainee has handed the project in.
package struct ProjectHandedIn: Event, Hashable {
    package static let name = "delivery.project.handed_in"
    package let trainee: TraineeID
    package let employer: OrganisationID
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }
}

/// A project was passed or returned.
package struct ProjectAssessed: Event, Hashable {
    package static let name = "delivery.project.assessed"
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let verdict: AssessProject.Verdict
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }
}
