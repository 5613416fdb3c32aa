import KohortCore

extension Permission {
    package static let readOutbox = Permission("outbox.read")
    package static let sendOutbox = Permission("outbox.send")
    package static let retryOutbox = Permission("outbox.retry")
}

enum Outbox {
    static let migration = Migration(
        "outbox",
        [
            """
            create table outbox (id \(.text) primary key, kind \(.text) not null, payload \(.text) not null, \
            created_at \(.integer) not null, due_at \(.integer) not null, state \(.text) not null, \
            attempts \(.integer) not null, lease_until \(.integer), problem \(.text), ended_at \(.integer), \
            check (state in ('waiting', 'sent', 'failed')))
            """,
            "create index outbox_due on outbox (state, due_at)",
        ])
}

/// Leases what is due to one worker, so that no two send the same message while the lease lasts.
package struct LeaseMessages: Command {
    package static let permission = Permission.sendOutbox
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let limit: Int
    package let leaseSeconds: Int

    package init(limit: Int, leaseSeconds: Int) { (self.limit, self.leaseSeconds) = (limit, leaseSeconds) }

    package struct Leased: Sendable, Codable {
        /// Whose outbox it was taken from: it is worked on in no other tenant's store.
        package let tenant: TenantID
        package let id: MessageID
        package let kind: String
        package let payload: String
        package let attempt: Int
        /// Until when it is this worker's.
        package let until: Instant
    }

    package func perform(in write: borrowing Write) throws -> [Leased] {
        let due = try write.all(
            Message.self,
            """
            where state = 'waiting' and due_at <= \(write.now) and (lease_until is null or lease_until < \(write.now))
            order by due_at, id limit \(limit)
            """)
        let leaseUntil = write.now.adding(.seconds(leaseSeconds))
        for message in due {
            try write.execute(
                """
                update outbox set lease_until = \(leaseUntil), attempts = \(message.attempts + 1)
                where id = \(message.id)
                """)
        }
        let tenant = write.tenant
        return due.map {
            Leased(
                tenant: tenant, id: $0.id, kind: $0.kind, payload: $0.payload, attempt: $0.attempts + 1,
                until: leaseUntil)
        }
    }
}

/// Tells how an attempt ended. Only the attempt that holds the lease counts: a worker that was overtaken changes
/// nothing. Throws `StoreFault.foreign` for what was leased from another tenant.
package struct SettleMessage: Command {
    package enum Result: Sendable, Codable {
        case sent
        /// To be tried again after so many seconds.
        case retry(problem: String, afterSeconds: Int)
        case failed(problem: String)
    }

    package static let permission = Permission.sendOutbox
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let tenant: TenantID
    package let id: MessageID
    package let attempt: Int
    package let result: Result

    package init(_ leased: LeaseMessages.Leased, result: Result) {
        (tenant, id, attempt, self.result) = (leased.tenant, leased.id, leased.attempt, result)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        try write.require(tenant)
        let held: SQL = "where id = \(id) and state = 'waiting' and attempts = \(attempt)"
        switch result {
        case .sent:
            try write.execute(
                "update outbox set state = 'sent', ended_at = \(write.now), lease_until = null, problem = null \(held)")
        case .retry(let problem, let afterSeconds):
            let due = write.now.adding(.seconds(afterSeconds))
            try write.execute("update outbox set due_at = \(due), lease_until = null, problem = \(problem) \(held)")
        case .failed(let problem):
            try write.execute(
                """
                update outbox set state = 'failed', ended_at = \(write.now), lease_until = null, problem = \(problem)
                \(held)
                """)
        }
        return Done()
    }
}

/// Sends a failed message once more, now.
package struct RetryMessage: Command {
    package static let permission = Permission.retryOutbox
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let id: MessageID

    package init(id: MessageID) { self.id = id }

    package func perform(in write: borrowing Write) throws -> Done {
        let message = try write.find(Message.self, id)
        guard message.state == .failed else { throw Rejection.conflict("outbox.not_failed") }
        try write.execute(
            "update outbox set state = 'waiting', due_at = \(write.now), ended_at = null where id = \(id)")
        return Done()
    }
}

/// Sends all failed messages once more, now.
package struct RetryFailedMessages: Command {
    package static let permission = Permission.retryOutbox
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }

    package init() {}

    /// Answers how many.
    package func perform(in write: borrowing Write) throws -> Int {
        try write.execute(
            "update outbox set state = 'waiting', due_at = \(write.now), ended_at = null where state = 'failed'")
    }
}

/// Keeps what waits from being sent, until somebody sends it again: after a backup has come back, some of it may have
/// gone out since that was made.
package struct HoldMessages: Command {
    package static let permission = Permission.retryOutbox
    package static let events: [any Event.Type] = []
    package var scope: Scope { .consortium }
    package let problem: String

    package init(problem: String) { self.problem = problem }

    /// Answers how many.
    package func perform(in write: borrowing Write) throws -> Int {
        try write.execute(
            """
            update outbox set state = 'failed', problem = \(problem), ended_at = \(write.now), lease_until = null
            where state = 'waiting'
            """)
    }
}

/// The outbox, newest first.
package struct OutboxList: Query {
    package static let permission = Permission.readOutbox
    package let scope = Scope.consortium
    package let state: MessageState?
    package let limit: Int

    package init(state: MessageState? = nil, limit: Int = 100) { (self.state, self.limit) = (state, limit) }

    package func fetch(in read: borrowing Read) throws -> [Message] {
        let condition: SQL = state.map { "where state = \($0)" } ?? ""
        return try read.all(Message.self, "\(condition) order by id desc limit \(limit)")
    }
}
