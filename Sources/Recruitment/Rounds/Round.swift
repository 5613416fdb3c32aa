import KohortCore

/// The recruitment that belongs to a cohort: demand, one joint call, one pool of candidacies.
package struct Round: Hashable, Sendable {
    package let id: RoundID
    package internal(set) var slug: Slug
    /// The cohort by its slug in the programme definition.
    package internal(set) var cohort: Slug
    /// Whose public holidays working days are counted by.
    package internal(set) var country: OrganisationNumber.Country
    package internal(set) var zone: Zone
    package internal(set) var deadlines: Deadlines
    package internal(set) var settings: RoundSettings
    package let plannedAt: Instant
    /// When the lead last moved a deadline; from then on the definition's dates no longer apply.
    package internal(set) var movedAt: Instant?
    package internal(set) var publishedAt: Instant?
    /// When the pool was released to the employers (KS11-8).
    package internal(set) var releasedAt: Instant?
    package internal(set) var closedAt: Instant?
}

/// How far a round has come.
package enum RoundStage: String, Hashable, Sendable, Codable, CaseIterable {
    case planned, published, released, closed
}

extension Round {
    package var stage: RoundStage {
        if closedAt != nil { return .closed }
        if releasedAt != nil { return .released }
        return publishedAt == nil ? .planned : .published
    }

    package var demandDeadline: Deadline { Deadline(deadlines.demandBy ?? deadlines.applyBy, in: zone) }
    package var applicationDeadline: Deadline { Deadline(deadlines.applyBy, in: zone) }
    package var rankingDeadline: Deadline? { deadlines.rankBy.map { Deadline($0, in: zone) } }
    package var hiringDeadline: Deadline? { deadlines.hireBy.map { Deadline($0, in: zone) } }

    /// The last day on which the round's candidacies are kept (BR-11).
    package var purgeAfter: LocalDate { deadlines.applyBy.adding(days: settings.retentionDays) }

    /// Whether an application that arrives then is taken.
    package func takesApplications(at arrival: Instant) -> Bool {
        publishedAt != nil && closedAt == nil && applicationDeadline.admits(arrival)
    }

    /// Throws unless an application that arrives then is taken. A pool that is released already turns nobody away
    /// whose request arrived in time.
    func checkTakesApplications(at arrival: Instant) throws(Rejection) {
        guard publishedAt != nil else { throw .conflict("round.not_published") }
        try checkNotClosed()
        try applicationDeadline.check(arrival)
    }

    func checkNotClosed() throws(Rejection) {
        if closedAt != nil { throw .conflict("round.closed") }
    }

    func checkNotReleased() throws(Rejection) {
        if releasedAt != nil { throw .conflict("round.released") }
    }
}
