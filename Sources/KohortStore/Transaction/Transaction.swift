import KohortCore

/// What one command or query stands in: the connection, who acts and when it arrived. Lives on one thread.
final class Transaction {
    let tenant: TenantID
    let actor: Actor
    let now: Instant
    let composition: Composition
    private let connection: any Connection
    /// The commands and events that led here, innermost last.
    var causes: [Cause] = []
    private(set) var isPoisoned = false
    /// Whether there is nothing to undo: no statement that writes was tried, and none that reads has failed.
    private(set) var isUntouched = true

    struct Cause {
        let command: any Command.Type
        /// The journal number of the event that this command reacts to.
        let event: Int64?
    }

    init(tenant: TenantID, actor: Actor, now: Instant, composition: Composition, connection: any Connection) {
        (self.tenant, self.actor, self.now) = (tenant, actor, now)
        (self.composition, self.connection) = (composition, connection)
    }

    func execute(_ sql: SQL) throws -> Int {
        isUntouched = false
        return try guarded { try connection.execute(sql) }
    }

    func forEach(_ sql: SQL, _ body: (borrowing Tuple) throws -> Void) throws {
        try guarded { try connection.forEach(sql, body) }
    }

    /// After one failure everything else fails too: PostgreSQL refuses the rest of such a transaction and SQLite does
    /// not, so the difference is taken away here.
    func guarded<Answer>(_ body: () throws -> Answer) throws -> Answer {
        guard !isPoisoned else { throw StoreFault.poisoned }
        do { return try body() } catch {
            isUntouched = false
            poison()
            throw error
        }
    }

    func poison() { isPoisoned = true }
}
