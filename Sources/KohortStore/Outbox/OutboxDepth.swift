import KohortCore

/// How much of the outbox waits, how much failed, and since when the oldest that is due has been.
package struct OutboxDepth: Query {
    package static let permission = Permission.readOutbox
    package let scope = Scope.consortium

    package init() {}

    package struct Answer: Hashable, Sendable {
        package let waiting: Int
        package let failed: Int
        /// Nil when nothing is due.
        package let dueSince: Instant?
    }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let counts: [MessageState: Int] = try read.all(
            "select state, count(*) from outbox where state in ('waiting', 'failed') group by state"
        ) { (try $0[0] as MessageState, try $0[1] as Int) }.reduce(into: [:]) { $0[$1.0] = $1.1 }
        let due: Instant? = try read.first("select min(due_at) from outbox where state = 'waiting'") {
            try $0[0] as Instant?
        }.flatMap(\.self)
        return Answer(
            waiting: counts[.waiting] ?? 0, failed: counts[.failed] ?? 0,
            dueSince: due.flatMap { $0 <= read.now ? $0 : nil })
    }
}
