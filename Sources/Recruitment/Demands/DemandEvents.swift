import KohortCore

/// An employer stated its demand in time.
package struct DemandStated: Event {
    package static let name = "recruitment.demand.stated"
    package let demand: DemandID
    package let round: RoundID
    package let organisation: OrganisationID
    package let asked: Int
    package var subject: Subject { Subject("demand", demand) }
    package var audience: Audience { .organisation(organisation) }
}

/// The lead took an employer's demand after the deadline.
package struct DemandDeadlineOverridden: Event {
    package static let name = "recruitment.demand.deadline_overridden"
    package let demand: DemandID
    package let round: RoundID
    package let organisation: OrganisationID
    package let asked: Int
    /// The deadline that had passed.
    package let deadline: LocalDate
    package var subject: Subject { Subject("demand", demand) }
    package var audience: Audience { .organisation(organisation) }
}

/// An employer changed what it asks for.
package struct DemandChanged: Event {
    package static let name = "recruitment.demand.changed"
    package let demand: DemandID
    package let round: RoundID
    package let organisation: OrganisationID
    package let asked: Int
    package var subject: Subject { Subject("demand", demand) }
    package var audience: Audience { .organisation(organisation) }
}

/// An employer asks for nobody any more.
package struct DemandWithdrawn: Event {
    package static let name = "recruitment.demand.withdrawn"
    package let demand: DemandID
    package let round: RoundID
    package let organisation: OrganisationID
    package var subject: Subject { Subject("demand", demand) }
    package var audience: Audience { .organisation(organisation) }
}

/// The lead approved a demand, for all that was asked or for fewer.
package struct DemandApproved: Event {
    package static let name = "recruitment.demand.approved"
    package let demand: DemandID
    package let round: RoundID
    package let organisation: OrganisationID
    package let asked: Int
    package let positions: Int
    package var subject: Subject { Subject("demand", demand) }
    package var audience: Audience { .organisation(organisation) }
}

/// The lead declined a demand.
package struct DemandDeclined: Event {
    package static let name = "recruitment.demand.declined"
    package let demand: DemandID
    package let round: RoundID
    package let organisation: OrganisationID
    package var subject: Subject { Subject("demand", demand) }
    package var audience: Audience { .organisation(organisation) }
}
