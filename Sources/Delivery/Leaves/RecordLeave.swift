import KohortCore
import KohortStore

/// Records a leave: the placement that it begins in, everything after it and the trainee's last day move by its days.
package struct RecordLeave: Command {
    package static let permission = Permission.recordLeave
    package static let events: [any Event.Type] = [LeaveRecorded.self, PlacementMoved.self]
    package var scope: Scope { .trainee(trainee) }
    package let id: LeaveID
    package let trainee: TraineeID
    package let startsOn: LocalDate
    /// The first day back.
    package let endsBefore: LocalDate
    package let reason: LeaveReason

    package init(id: LeaveID, trainee: TraineeID, startsOn: LocalDate, endsBefore: LocalDate, reason: LeaveReason) {
        (self.id, self.trainee, self.reason) = (id, trainee, reason)
        (self.startsOn, self.endsBefore) = (startsOn, endsBefore)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        var found = try write.present(trainee)
        let leave = Leave(
            id: id, trainee: trainee, period: try period(within: found.trainee.period), reason: reason,
            recordedAt: write.now)
        let others = try Leave.all(of: trainee, in: write.read)
        guard !others.contains(where: { $0.period.overlaps(leave.period) }) else {
            throw Rejection.conflict("leave.overlaps")
        }
        try write.insert(leave)
        found.trainee.period = found.trainee.period.lengthened(days: leave.period.days)
        try write.update(found.trainee)
        try write.record(LeaveRecorded(leave, of: found.trainee))
        let placements = try Placement.all(of: trainee, in: write.read)
        for (former, placement) in zip(placements, Leave.redated(placements, by: leave.period)) {
            try write.move(former, to: placement, of: found)
        }
        return Done()
    }

    /// A leave lies within the trainee's time in the programme.
    private func period(within whole: Period) throws(Rejection) -> Period {
        guard let period = Period(start: startsOn, end: endsBefore) else {
            throw .invalid("ends_before", "date.order", ["after": startsOn.description])
        }
        guard whole.start <= period.start, period.end <= whole.end else {
            throw .invalid(
                "starts_on", "leave.outside", ["from": whole.start.description, "to": whole.lastDay.description])
        }
        return period
    }
}

extension Permission {
    /// To record a leave; who may, also sees the reasons of leaves.
    package static let recordLeave = Permission("delivery.leave.record")
}
