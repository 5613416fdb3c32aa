import KohortCore

/// The consortium's own block was laid or changed.
package struct ConsortiumDefined: Event {
    package static let name = "tenancy.consortium.defined"
    package let consortium: TenantID
    package var subject: Subject { Subject("consortium", consortium) }
    package var audience: Audience { .consortium }
}

/// An organisation was entered or changed.
package struct OrganisationDefined: Event {
    package static let name = "tenancy.organisation.defined"
    package let organisation: OrganisationID
    package let slug: Slug
    package let kind: OrganisationKind
    package var subject: Subject { Subject("organisation", organisation) }
    package var audience: Audience { .consortium }
}

/// A membership was entered or changed.
package struct MembershipDefined: Event {
    package static let name = "tenancy.membership.defined"
    package let membership: MembershipID
    package let organisations: [OrganisationID]
    package let from: LocalDate
    package let to: LocalDate?
    package var subject: Subject { Subject("membership", membership) }
    package var audience: Audience { .consortium }
}

/// A governance body was entered or changed.
package struct BodyDefined: Event {
    package static let name = "tenancy.body.defined"
    package let body: BodyID
    package let slug: Slug
    package var subject: Subject { Subject("body", body) }
    package var audience: Audience { .consortium }
}

/// A programme was entered, or changed in something; `version` is its newest.
package struct ProgrammeDefined: Event {
    package static let name = "tenancy.programme.defined"
    package let programme: ProgrammeID
    package let slug: Slug
    package let state: ProgrammeState
    package let published: Bool
    package let version: Int
    package var subject: Subject { Subject("programme", programme) }
    package var audience: Audience { .consortium }
}

/// The rules of a programme changed: planned cohorts go over to the new version, running ones keep theirs.
package struct ProgrammeVersionMade: Event {
    package static let name = "tenancy.programme.version_made"
    package let programme: ProgrammeID
    package let version: Int
    package var subject: Subject { Subject("programme", programme) }
    package var audience: Audience { .consortium }
}

/// A cohort was entered or changed.
package struct CohortDefined: Event {
    package static let name = "tenancy.cohort.defined"
    package let cohort: CohortID
    package let slug: Slug
    package let programme: ProgrammeID
    package let version: Int
    package let state: CohortState
    package let period: Period?
    package var subject: Subject { Subject("cohort", cohort) }
    package var audience: Audience { .consortium }
}

/// A round was planned or replanned: all that recruitment needs to lay it.
package struct RoundDefined: Event {
    package static let name = "tenancy.round.defined"
    package let round: RoundID
    package let slug: Slug
    package let cohort: Slug
    package let country: OrganisationNumber.Country
    package let zone: Zone
    package let deadlines: RoundDeadlines
    package let channels: [Slug]
    package let oneAcceptanceClosesRest: Bool
    package let offerResponseWorkingDays: Int
    package let retentionDays: Int
    package let largestWishCount: Int
    package var subject: Subject { Subject("round", round) }
    package var audience: Audience { .consortium }
}

/// A date in the calendar was entered or changed.
package struct OccasionDefined: Event {
    package static let name = "tenancy.occasion.defined"
    package let occasion: OccasionID
    package let kind: OccasionKind
    package let firstDay: LocalDate
    package let lastDay: LocalDate
    package var subject: Subject { Subject("occasion", occasion) }
    package var audience: Audience { .consortium }
}

/// There is a matter to clarify.
package struct MatterRaised: Event {
    package static let name = "tenancy.matter.raised"
    package let matter: MatterID
    package let kind: MatterKind
    package let programme: ProgrammeID?
    package var subject: Subject { Subject("matter", matter) }
    package var audience: Audience { .consortium }
}

/// A matter is clarified.
package struct MatterSettled: Event {
    package static let name = "tenancy.matter.settled"
    package let matter: MatterID
    package var subject: Subject { Subject("matter", matter) }
    package var audience: Audience { .consortium }
}

/// A municipality registered its interest.
package struct InterestRegistered: Event {
    package static let name = "tenancy.interest.registered"
    package let interest: InterestID
    package let programme: ProgrammeID
    package var subject: Subject { Subject("interest", interest) }
    package var audience: Audience { .consortium }
}
