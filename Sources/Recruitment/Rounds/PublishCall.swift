import KohortCore
import KohortStore

/// Publishes the joint call in its channels (KS11-6): from now on the round takes applications.
package struct PublishCall: Command {
    package static let permission = Permission.publishCall
    package static let events: [any Event.Type] = [CallPublished.self]
    package var scope: Scope { .round(round) }
    package let round: RoundID
    package let channels: [Slug]

    package init(round: RoundID, channels: [Slug]) { (self.round, self.channels) = (round, channels) }

    package func perform(in write: borrowing Write) throws -> Done {
        var published = try write.find(Round.self, round)
        try published.checkNotClosed()
        if published.publishedAt != nil { throw Rejection.conflict("round.published") }
        try published.applicationDeadline.check(write.now)
        if channels.isEmpty { throw Rejection.invalid("channels", "channels.required") }
        try RoundChannels.problems(of: channels).throwIfAny()
        let positions = try Demand.positions(in: round, write.read)
        if positions == 0 { throw Rejection.conflict("round.no_positions") }
        published.publishedAt = write.now
        try write.update(published)
        try RoundChannels.replace(channels, of: round, in: write)
        try write.record(
            CallPublished(
                round: round, channels: channels.sorted(), positions: positions, applyBy: published.deadlines.applyBy))
        return Done()
    }
}
