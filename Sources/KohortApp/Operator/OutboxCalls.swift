import KohortCore
import KohortStore

/// A tenant's outbox, newest first.
package struct ListOutbox: OperatorCall {
    package let tenant: Slug
    package let state: MessageState?

    package init(tenant: Slug, state: MessageState?) { (self.tenant, self.state) = (tenant, state) }

    package struct Line: Sendable, Codable {
        package let id: MessageID
        package let kind: String
        package let state: MessageState
        package let attempts: Int
        /// In UTC, as `dueAt` is.
        package let createdAt: String
        package let dueAt: String
        package let problem: String?
    }

    package func answer(in kohort: Kohort) async throws -> [Line] {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let messages = try await open.store.fetch(OutboxList(state: state), by: .operator, at: kohort.clock.now)
            return messages.map { message in
                Line(
                    id: message.id, kind: message.kind, state: message.state, attempts: message.attempts,
                    createdAt: message.createdAt.description, dueAt: message.dueAt.description, problem: message.problem
                )
            }
        }
    }
}

/// Sends failed messages once more: one, or all of the tenant's.
package struct RetryOutbox: OperatorCall {
    package let tenant: Slug
    package let id: MessageID?

    package init(tenant: Slug, id: MessageID?) { (self.tenant, self.id) = (tenant, id) }

    package func answer(in kohort: Kohort) async throws -> Int {
        try await kohort.use(try await kohort.require(tenant)) { open in
            let now = kohort.clock.now
            guard let id else { return try await open.store.perform(RetryFailedMessages(), by: .operator, at: now) }
            do {
                _ = try await open.store.perform(RetryMessage(id: id), by: .operator, at: now)
            } catch Rejection.notFound {
                throw OperatorProblem("message.unknown", ["\(tenant) has no message \(id)."])
            }
            return 1
        }
    }
}
