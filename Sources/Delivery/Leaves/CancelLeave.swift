import KohortCore
import KohortStore

/// Takes back a leave that never came or was recorded by mistake: the placement that it lengthened, everything after it
/// and the trainee's last day move back by its days. Not once a placement that would move has begun.
package struct CancelLeave: Command {
    package static let permission = Permission.recordLeave
    package static let events: [any Event.Type] = [LeaveCancelled.self, PlacementMoved.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let leave: LeaveID

    package init(trainee: TraineeID, leave: LeaveID) { (self.trainee, self.leave) = (trainee, leave) }

    package func perform(in write: borrowing Write) throws -> Done {
        var found = try write.present(trainee)
        let leave = try write.find(Leave.self, leave)
        guard leave.trainee == trainee else { throw Rejection.notFound }
        let placements = try Placement.all(of: trainee, in: write.read)
        try Self.checkNotBegun(placements, after: leave.period.start, on: found.today)
        let restored = placements.redated(around: leave.period.start, days: -leave.period.days)
        let known = try write.problems(with: placements.map { PlacementItem($0) }, for: found)
        try write.execute("delete from leave where id = \(leave.id)")
        found.trainee.period = found.trainee.period.lengthened(days: -leave.period.days)
        let faults = try write.problems(with: restored.map { PlacementItem($0) }, for: found)
        guard Set(faults).isSubset(of: known) else { throw Rejection.conflict("leave.plan_changed") }
        try checkOthers(of: found.trainee, in: write.read)
        try write.update(found.trainee)
        try write.record(LeaveCancelled(leave, of: found.trainee))
        for (former, placement) in zip(placements, restored) { try write.move(former, to: placement, of: found) }
        return Done()
    }

    private static func checkNotBegun(
        _ placements: [Placement], after day: LocalDate, on today: LocalDate
    ) throws(Rejection) {
        let hasBegun = placements.contains { day < $0.period.start && $0.period.start <= today }
        if hasBegun { throw .conflict("leave.moved_begun") }
    }

    /// Another leave may lie in the time that goes.
    private func checkOthers(of trainee: Trainee, in read: borrowing Read) throws {
        let isOutside = try Leave.all(of: trainee.id, in: read).contains { $0.period.end > trainee.period.end }
        if isOutside { throw Rejection.conflict("leave.others_outside") }
    }
}
