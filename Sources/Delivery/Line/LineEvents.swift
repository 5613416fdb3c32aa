import KohortCore

extension Permission {
    /// To say who stands in a trainee's line: managers, and those whom the coordinator marks.
    package static let keepLine = Permission("delivery.line.keep")
}

/// A unit has a manager, or another one.
package struct ManagerNamed: Event, Hashable {
    package static let name = "delivery.manager.named"
    package let unit: UnitID
    package let organisation: OrganisationID
    package let person: PersonID
    package var subject: Subject { Subject("unit", unit) }
    package var audience: Audience { .organisation(organisation) }
}

/// Somebody counts as a trainee's line because the coordinator says so.
package struct LineMarked: TraineeEvent, Hashable {
    package static let name = "delivery.line.marked"
    package let trainee: TraineeID
    package let person: PersonID
    package let employer: OrganisationID
}

/// Somebody no longer does.
package struct LineUnmarked: TraineeEvent, Hashable {
    package static let name = "delivery.line.unmarked"
    package let trainee: TraineeID
    package let person: PersonID
    package let employer: OrganisationID
}
