import KohortCore

/// A placement's development plan was written or changed.
package struct PlanWritten: Event, Hashable {
    package static let name = "delivery.plan.written"
    package let placement: PlacementID
    package let employer: OrganisationID
    package let goals: Int
    package var subject: Subject { Subject("placement", placement) }
    package var audience: Audience { .organisation(employer) }
}

/// One of the two has agreed to a plan.
package struct PlanAgreed: Event, Hashable {
    package enum Party: String, Hashable, Sendable, Codable { case supervisor, trainee }

    package static let name = "delivery.plan.agreed"
    package let placement: PlacementID
    package let employer: OrganisationID
    package let by: Party
    package var subject: Subject { Subject("placement", placement) }
    package var audience: Audience { .organisation(employer) }
}

/// A learning goal was reached, or is not after all.
package struct LearningGoalReached: Event, Hashable {
    package static let name = "delivery.plan.goal_reached"
    package let placement: PlacementID
    package let employer: OrganisationID
    package let goal: Int
    package let reachedOn: LocalDate?
    package var subject: Subject { Subject("placement", placement) }
    package var audience: Audience { .organisation(employer) }
}
