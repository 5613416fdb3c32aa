import KohortCore

/// A trainee reached one of the programme's goals.
package struct GoalReached: Event, Hashable {
    package static let name = "delivery.goal.reached"
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let goal: Slug
    package let reachedOn: LocalDate
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }
}

/// A goal had been marked by mistake.
package struct GoalUnreached: Event, Hashable {
    package static let name = "delivery.goal.unreached"
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let goal: Slug
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }
}
