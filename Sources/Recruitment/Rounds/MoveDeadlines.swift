import KohortCore
import KohortStore

/// Gives a round other dates. The application deadline may be moved until the pool is released, to a day that has not
/// ended; every candidacy's purge date follows it.
package struct MoveDeadlines: Command {
    package static let permission = Permission.moveDeadlines
    package static let events: [any Event.Type] = [DeadlinesMoved.self]
    package var scope: Scope { .round(round) }
    package let round: RoundID
    package let deadlines: Deadlines

    package init(round: RoundID, deadlines: Deadlines) { (self.round, self.deadlines) = (round, deadlines) }

    package func perform(in write: borrowing Write) throws -> Done {
        try deadlines.problems.throwIfAny()
        let planned = try write.find(Round.self, round)
        try planned.checkNotClosed()
        guard deadlines != planned.deadlines else { return Done() }
        var moved = planned
        (moved.deadlines, moved.movedAt) = (deadlines, write.now)
        if deadlines.applyBy != planned.deadlines.applyBy {
            try planned.checkNotReleased()
            guard moved.applicationDeadline.admits(write.now) else { throw Rejection.invalid("apply_by", "date.past") }
            try write.execute("update candidacy set purge_after = \(moved.purgeAfter) where round = \(round)")
        }
        try write.update(moved)
        try write.record(DeadlinesMoved(round: round, from: planned.deadlines, to: deadlines))
        return Done()
    }
}
