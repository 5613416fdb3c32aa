/// How often something may be done: so many times at once, and as many again in each such time.
package struct RateLimit: Hashable, Sendable {
    package let times: Int
    package let each: Duration

    package init(_ times: Int, each: Duration) { (self.times, self.each) = (times, each) }

    /// The same limit for an installation that allows so many times as much.
    package func times(_ factor: Int) -> RateLimit {
        let (product, overflows) = times.multipliedReportingOverflow(by: factor)
        return RateLimit(overflows ? .max : product, each: each)
    }

    /// Milliseconds; at least one, since that is how finely time is kept.
    package var window: Int64 { max(1, each.components.seconds * 1000) }
    /// What one takes of it, in milliseconds and parts of one, since several may fall into a millisecond.
    package var share: Double { Double(window) / Double(max(1, times)) }
}
