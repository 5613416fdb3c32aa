import KohortCore

/// When the outbox next has something to do: the earliest due time or end of a lease. Nil when nothing waits.
package struct NextMessageDue: Query {
    package static let permission = Permission.sendOutbox
    package let scope = Scope.consortium

    package init() {}

    package func fetch(in read: borrowing Read) throws -> Instant? {
        let due: Instant? = try earliest(
            "select min(due_at) from outbox where state = 'waiting' and lease_until is null", read)
        let overtaken: Instant? = try earliest(
            "select min(lease_until) from outbox where state = 'waiting' and lease_until is not null", read)
        return [due, overtaken].compactMap(\.self).min()
    }

    private func earliest(_ sql: SQL, _ read: borrowing Read) throws -> Instant? {
        try read.first(sql) { try $0[0] as Instant? } ?? nil
    }
}
