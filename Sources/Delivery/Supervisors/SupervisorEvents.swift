import KohortCore

extension Permission {
    /// To name the supervisor of a placement: the lead's, the employer's and the host's.
    package static let nameSupervisor = Permission("delivery.supervisor.name")
}

/// A placement has a supervisor.
package struct SupervisorNamed: Event, Hashable {
    package static let name = "delivery.supervisor.named"
    package let placement: PlacementID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let person: PersonID
    package let holdsAuthority: Bool
    package var subject: Subject { Subject("placement", placement) }
    package var audience: Audience { .organisation(employer) }

    init(_ supervision: Supervision, of trainee: Trainee) {
        (placement, person) = (supervision.placement, supervision.person)
        (self.trainee, employer, holdsAuthority) = (trainee.id, trainee.employer, supervision.holdsAuthority)
    }
}

/// Somebody no longer supervises a placement: another does, or it moved to another host or is cancelled.
package struct SupervisorEnded: Event, Hashable {
    package static let name = "delivery.supervisor.ended"
    package let placement: PlacementID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let person: PersonID
    package var subject: Subject { Subject("placement", placement) }
    package var audience: Audience { .organisation(employer) }

    init(_ supervision: Supervision, of trainee: Trainee) {
        (placement, person) = (supervision.placement, supervision.person)
        (self.trainee, employer) = (trainee.id, trainee.employer)
    }
}
