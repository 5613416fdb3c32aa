import KohortCore
import KohortStore

/// Lets a placement last longer, or the programme itself: everything after it and the trainee's last day move by the
/// same days (BD-3).
package struct ExtendTrainee: Command {
    package static let permission = Permission.extendTrainee
    package static let events: [any Event.Type] = [TraineeExtended.self, PlacementMoved.self]
    package var scope: Scope { .trainee(trainee) }
    package let id: TraineeExtensionID
    package let trainee: TraineeID
    /// Which lasts longer; nil for the programme, with the placement that lasts until its end.
    package let placement: PlacementID?
    /// The first day after it, at most a year later than before.
    package let until: LocalDate
    package let reason: String

    package init(
        id: TraineeExtensionID, trainee: TraineeID, placement: PlacementID? = nil, until: LocalDate, reason: String
    ) {
        (self.id, self.trainee, self.placement) = (id, trainee, placement)
        (self.until, self.reason) = (until, reason)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        var found = try write.present(trainee)
        let placements = try Placement.all(of: trainee, in: write.read)
        let former = try end(of: found, placements)
        let added = TraineeExtension(
            id: id, trainee: trainee, period: try added(to: former), reason: try checkedReason(),
            recordedAt: write.now)
        try write.insert(added)
        found.trainee.period = found.trainee.period.lengthened(days: added.period.days)
        try write.update(found.trainee)
        try write.record(TraineeExtended(added, of: found.trainee))
        let later = placements.redated(around: former.adding(days: -1), days: added.period.days)
        for (former, placement) in zip(placements, later) { try write.move(former, to: placement, of: found) }
        return Done()
    }

    /// The first day after what is to last longer, which must not be over.
    private func end(of found: TraineeInCohort, _ placements: [Placement]) throws(Rejection) -> LocalDate {
        guard let placement else { return found.trainee.period.end }
        guard let target = placements.first(where: { $0.id == placement }) else { throw .notFound }
        guard target.period.end > found.today else { throw .conflict("placement.over") }
        return target.period.end
    }

    private func added(to former: LocalDate) throws(Rejection) -> Period {
        guard let period = Period(start: former, end: until) else {
            throw .invalid("until", "date.order", ["after": former.description])
        }
        let latest = former.adding(months: 12)
        guard until <= latest else { throw .invalid("until", "date.after", ["limit": latest.description]) }
        return period
    }

    private func checkedReason() throws(Rejection) -> String {
        var problems: [FieldProblem] = []
        let reason = WrittenText.line(reason, field: "reason", limit: 500, problems: &problems)
        try problems.throwIfAny()
        return reason
    }
}

extension Permission {
    /// To let a trainee's placement or programme last longer.
    package static let extendTrainee = Permission("delivery.trainee.extend")
}

/// A trainee's programme lasts longer. Why is not in the journal: it may tell of somebody's health.
package struct TraineeExtended: TraineeEvent, Hashable {
    package static let name = "delivery.trainee.extended"
    package let trainee: TraineeID
    package let employer: OrganisationID
    /// The first day that was added.
    package let startsOn: LocalDate
    /// The first day after those that were added.
    package let endsBefore: LocalDate
    /// The first day after the programme, as it is now.
    package let programmeEndsBefore: LocalDate

    init(_ added: TraineeExtension, of trainee: Trainee) {
        (self.trainee, employer, programmeEndsBefore) = (trainee.id, trainee.employer, trainee.period.end)
        (startsOn, endsBefore) = (added.period.start, added.period.end)
    }
}
