import KohortCore
import KohortStore

/// Releases the whole pool to all employers of the round (KS11-8), once the application deadline has passed.
package struct ReleasePool: Command {
    package static let permission = Permission.releasePool
    package static let events: [any Event.Type] = [PoolReleased.self, PoolOpened.self]
    package var scope: Scope { .round(round) }
    package let round: RoundID

    package init(round: RoundID) { self.round = round }

    package func perform(in write: borrowing Write) throws -> Done {
        var released = try write.find(Round.self, round)
        try released.checkNotClosed()
        if released.publishedAt == nil { throw Rejection.conflict("round.not_published") }
        try released.checkNotReleased()
        if released.takesApplications(at: write.now) { throw Rejection.conflict("round.still_open") }
        released.releasedAt = write.now
        try write.update(released)
        try record(in: write)
        return Done()
    }

    private func record(in write: borrowing Write) throws {
        let employers = try Demand.employers(in: round, write.read)
        let count = try write.count(
            "select count(*) from candidacy where round = \(round) and state = \(CandidacyState.submitted)")
        try write.record(PoolReleased(round: round, candidacies: count, employers: employers.count))
        for employer in employers.sorted() {
            try write.record(PoolOpened(round: round, organisation: employer, candidacies: count))
        }
    }
}
