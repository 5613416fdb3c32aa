import Hummingbird
import KohortCore

/// The bounds of one body.
package struct BodyRules: Sendable {
    /// Bytes, all told.
    package var limit: Int
    /// From the request's arrival to the last byte: 15 minutes, so that one whose headers came in time counts.
    package var time: Duration

    package init(limit: Int, time: Duration = .seconds(15 * 60)) { (self.limit, self.time) = (limit, time) }
}

extension Request {
    /// Lets `consume` take the body chunk by chunk; a sender who stalls is cut off when the time is over. Throws
    /// `payloadTooLarge`, `tooSlow`, or `badRequest("body.interrupted")` when the body does not come whole.
    func readBody<Value: Sendable>(
        _ context: KohortContext, _ rules: BodyRules,
        _ consume: @escaping @Sendable (inout BodyChunks) async throws -> Value
    ) async throws -> Value {
        let declared = headers[.contentLength].flatMap { Int($0) }
        if let declared, declared > rules.limit { throw WebProblem.payloadTooLarge(limit: rules.limit) }
        let due = context.arrival.adding(rules.time)
        let left = Duration.milliseconds(due.milliseconds - context.clock.now.milliseconds)
        return try await Self.race(left) { [body] in
            var chunks = BodyChunks(body, context, declared: declared, limit: rules.limit, due: due)
            return try await consume(&chunks)
        }
    }

    /// The work's value, or `tooSlow` when it has not come after `left`; the work is then cancelled.
    private static func race<Value: Sendable>(
        _ left: Duration, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask(operation: work)
            group.addTask {
                try await Task.sleep(for: left)
                throw WebProblem.tooSlow
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw WebProblem.tooSlow }
            return value
        }
    }
}
