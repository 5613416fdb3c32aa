import KohortCore

/// A round stands in the programme definition for the first time.
package struct RoundPlanned: Event {
    package static let name = "recruitment.round.planned"
    package let round: RoundID
    package let slug: Slug
    package let cohort: Slug
    package let deadlines: Deadlines
    package var subject: Subject { Subject("round", round) }
    package var audience: Audience { .consortium }
}

/// The programme definition changed a round that is not published yet.
package struct RoundReplanned: Event {
    package static let name = "recruitment.round.replanned"
    package let round: RoundID
    package let slug: Slug
    package let cohort: Slug
    package let deadlines: Deadlines
    package var subject: Subject { Subject("round", round) }
    package var audience: Audience { .consortium }
}

/// The lead moved deadlines.
package struct DeadlinesMoved: Event {
    package static let name = "recruitment.round.moved"
    package let round: RoundID
    package let from: Deadlines
    package let to: Deadlines
    package var subject: Subject { Subject("round", round) }
    package var audience: Audience { .consortium }
}

/// The joint call is out (KS11-6).
package struct CallPublished: Event {
    package static let name = "recruitment.call.published"
    package let round: RoundID
    package let channels: [Slug]
    /// How many places the approved demands have together.
    package let positions: Int
    package let applyBy: LocalDate
    package var subject: Subject { Subject("round", round) }
    package var audience: Audience { .consortium }
}

/// The whole pool went to the employers (KS11-8).
package struct PoolReleased: Event {
    package static let name = "recruitment.pool.released"
    package let round: RoundID
    /// How many candidacies were in it.
    package let candidacies: Int
    package let employers: Int
    package var subject: Subject { Subject("round", round) }
    package var audience: Audience { .consortium }
}

/// One employer may read the pool from now on.
package struct PoolOpened: Event {
    package static let name = "recruitment.pool.opened"
    package let round: RoundID
    package let organisation: OrganisationID
    package let candidacies: Int
    package var subject: Subject { Subject("round", round) }
    package var audience: Audience { .organisation(organisation) }
}

/// The round is over; what was still open in it ended.
package struct RoundClosed: Event {
    package static let name = "recruitment.round.closed"
    package let round: RoundID
    /// How many candidacies, drafts among them, ended with it.
    package let candidacies: Int
    package var subject: Subject { Subject("round", round) }
    package var audience: Audience { .consortium }
}
