import KohortCore
import KohortStore

/// When and where a gathering is, and what it is called.
package struct GatheringTerms: Hashable, Sendable, Codable {
    package let title: String
    package let place: String
    package let firstDay: LocalDate
    package let lastDay: LocalDate

    package init(title: String, place: String, firstDay: LocalDate, lastDay: LocalDate) {
        (self.title, self.place, self.firstDay, self.lastDay) = (title, place, firstDay, lastDay)
    }

    /// In order, or all that is wrong at once.
    func checked() throws(Rejection) -> (title: String, place: String, days: DaySpan) {
        var problems: [FieldProblem] = []
        let title = WrittenText.line(title, field: "title", problems: &problems)
        let place = WrittenText.optionalLine(place, field: "place", problems: &problems)
        let days = DaySpan(first: firstDay, last: lastDay)
        if days == nil { problems.append(FieldProblem("last_day", "date.order", ["after": firstDay.description])) }
        guard problems.isEmpty, let days else { throw .invalid(problems) }
        return (title, place, days)
    }
}

/// The lead puts a gathering into a cohort's calendar.
package struct PlanGathering: Command {
    package static let permission = Permission.planGathering
    package static let events: [any Event.Type] = [GatheringPlanned.self]
    package var scope: Scope { .consortium }
    package let gathering: GatheringID
    package let cohort: CohortID
    package let kind: GatheringKind
    package let terms: GatheringTerms

    package init(gathering: GatheringID, cohort: CohortID, kind: GatheringKind, terms: GatheringTerms) {
        (self.gathering, self.cohort, self.kind, self.terms) = (gathering, cohort, kind, terms)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let plan = try write.openCohort(cohort)
        let (title, place, days) = try terms.checked()
        let others = try Gathering.standing(in: plan.id, write.read).map(\.kind)
        try plan.rules.gatherings.check(kind, days, beside: others)
        try plan.rules.gatherings.checkTrips(kind, beside: others)
        if kind.isForTrainees { try days.check(in: plan.period) }
        let gathering = Gathering(
            id: gathering, cohort: plan.id, kind: kind, title: title, place: place, days: days, content: "")
        try write.insert(gathering)
        try write.record(GatheringPlanned(gathering))
        return Done()
    }
}

/// Gives a gathering other days, another place or another title; who was there keeps the days that are left.
package struct MoveGathering: Command {
    package static let permission = Permission.planGathering
    package static let events: [any Event.Type] = [GatheringMoved.self]
    package var scope: Scope { .consortium }
    package let gathering: GatheringID
    package let terms: GatheringTerms

    package init(gathering: GatheringID, terms: GatheringTerms) {
        (self.gathering, self.terms) = (gathering, terms)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        var (gathering, plan) = try write.openGathering(gathering)
        let (title, place, days) = try terms.checked()
        try plan.rules.gatherings.check(gathering.kind, days, beside: [])
        if gathering.kind.isForTrainees { try days.check(in: plan.period) }
        (gathering.title, gathering.place, gathering.days) = (title, place, days)
        try write.update(gathering)
        try write.execute(
            """
            delete from attendance where gathering = \(gathering.id)
                and (attended_on < \(days.first) or attended_on > \(days.last))
            """)
        try write.record(GatheringMoved(gathering))
        return Done()
    }
}

/// Takes a gathering out of the calendar.
package struct CancelGathering: Command {
    package static let permission = Permission.planGathering
    package static let events: [any Event.Type] = [GatheringCancelled.self]
    package var scope: Scope { .consortium }
    package let gathering: GatheringID

    package init(gathering: GatheringID) { self.gathering = gathering }

    package func perform(in write: borrowing Write) throws -> Done {
        var (gathering, _) = try write.openGathering(gathering)
        gathering.cancelledAt = write.now
        try write.update(gathering)
        try write.record(GatheringCancelled(gathering))
        return Done()
    }
}

extension DaySpan {
    fileprivate func check(in period: Period) throws(Rejection) {
        try first.checkIn(period, field: "first_day")
        try last.checkIn(period, field: "last_day")
    }
}

extension Write {
    /// A cohort that is not closed.
    func openCohort(_ id: CohortID) throws -> CohortPlan {
        let plan = try ask(CohortDirectory.self).find(.id(id), read)
        try CohortClosing.checkOpen(plan.id, in: read)
        return plan
    }

    /// A gathering that stands, of a cohort that is not closed.
    func openGathering(_ id: GatheringID) throws -> (Gathering, CohortPlan) {
        let gathering = try find(Gathering.self, id)
        try gathering.checkStands()
        return (gathering, try openCohort(gathering.cohort))
    }
}
