import KohortCore
import KohortStore

/// The public face of a round.
package struct Call: Hashable, Sendable {
    package let round: RoundID
    package let slug: Slug
    package let cohort: Slug
    package let deadlines: Deadlines
    /// When the last application is taken.
    package let deadline: Deadline
    /// Whether an application would be taken now.
    package let isOpen: Bool
    package let publishedAt: Instant
    /// Where the call is published, for the question where the applicant saw it.
    package let channels: [Slug]
    /// How many places an application may name.
    package let largestWishCount: Int
}

extension Call {
    /// Nil while the round is not published.
    init?(_ round: Round, channels: [Slug], at now: Instant) {
        guard let publishedAt = round.publishedAt else { return nil }
        (self.round, slug, cohort) = (round.id, round.slug, round.cohort)
        (deadlines, deadline) = (round.deadlines, round.applicationDeadline)
        (isOpen, self.publishedAt) = (round.takesApplications(at: now), publishedAt)
        (self.channels, largestWishCount) = (channels, round.settings.largestWishCount)
    }

    /// The calls that are out; the nearest deadline first.
    static func published(in read: borrowing Read) throws -> [Call] {
        let channels = try RoundChannels.all(in: read)
        let rounds = try read.all(
            Round.self, "where published_at is not null and closed_at is null order by apply_by, id")
        return rounds.compactMap { Call($0, channels: channels[$0.id] ?? [], at: read.now) }
    }

    /// The call of one round, or `notFound` while it is not published; one that is over can still be read.
    static func published(_ reference: RoundReference, in read: borrowing Read) throws -> Call {
        let round = try read.find(reference)
        let channels = try RoundChannels.of(round.id, in: read)
        guard let call = Call(round, channels: channels, at: read.now) else { throw Rejection.notFound }
        return call
    }
}
