import KohortCore
import KohortStore

/// Ends a round, with the candidacies that are still open in it. Refused while applications are taken and while an
/// offer waits for its answer.
package struct CloseRound: Command {
    package static let permission = Permission.closeRound
    package static let events: [any Event.Type] = [RoundClosed.self]
    package var scope: Scope { .round(round) }
    package let round: RoundID

    package init(round: RoundID) { self.round = round }

    package func perform(in write: borrowing Write) throws -> Done {
        var closed = try write.find(Round.self, round)
        try closed.checkNotClosed()
        if closed.takesApplications(at: write.now) { throw Rejection.conflict("round.still_open") }
        let openOffers = try write.count("select count(*) from offer where round = \(round) and state = 'open'")
        if openOffers > 0 { throw Rejection.conflict("round.offers_open") }
        closed.closedAt = write.now
        try write.update(closed)
        let ended = try write.execute(
            """
            update candidacy set state = \(CandidacyState.closed), ended_at = \(write.now)
            where round = \(round) and state in ('draft', 'submitted')
            """)
        try write.record(RoundClosed(round: round, candidacies: ended))
        return Done()
    }
}
