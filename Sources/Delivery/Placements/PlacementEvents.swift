import KohortCore

/// A period of work was planned.
package struct PlacementPlanned: Event, Hashable {
    package static let name = "delivery.placement.planned"
    package let placement: PlacementID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let host: OrganisationID
    package let unit: UnitID?
    package let startsOn: LocalDate
    package let endsBefore: LocalDate
    package let paidBy: Payer
    package var subject: Subject { Subject("placement", placement) }
    package var audience: Audience { .organisation(employer) }

    init(_ placement: Placement, of employer: OrganisationID) {
        (self.placement, trainee, self.employer) = (placement.id, placement.trainee, employer)
        (host, unit, paidBy) = (placement.host, placement.unit, placement.paidBy)
        (startsOn, endsBefore) = (placement.period.start, placement.period.end)
    }
}

/// A placement has another host, unit, number or other dates.
package struct PlacementMoved: Event, Hashable {
    package static let name = "delivery.placement.moved"
    package let placement: PlacementID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let host: OrganisationID
    package let unit: UnitID?
    package let startsOn: LocalDate
    package let endsBefore: LocalDate
    package let formerHost: OrganisationID
    package let formerStartsOn: LocalDate
    package let formerEndsBefore: LocalDate
    package var subject: Subject { Subject("placement", placement) }
    package var audience: Audience { .organisation(employer) }

    init(from former: Placement, to placement: Placement, of employer: OrganisationID) {
        (self.placement, trainee, self.employer) = (placement.id, placement.trainee, employer)
        (host, unit, formerHost) = (placement.host, placement.unit, former.host)
        (startsOn, endsBefore) = (placement.period.start, placement.period.end)
        (formerStartsOn, formerEndsBefore) = (former.period.start, former.period.end)
    }
}

/// A placement that had not begun is out of the plan.
package struct PlacementCancelled: Event, Hashable {
    package static let name = "delivery.placement.cancelled"
    package let placement: PlacementID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let host: OrganisationID
    package var subject: Subject { Subject("placement", placement) }
    package var audience: Audience { .organisation(employer) }

    init(_ placement: Placement, of employer: OrganisationID) {
        (self.placement, trainee) = (placement.id, placement.trainee)
        (self.employer, host) = (employer, placement.host)
    }
}
