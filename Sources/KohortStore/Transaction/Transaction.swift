import KohortCore

/// What one command or query stands in: the connection, who acts and when it arrived. Lives on one thread.
final class Transaction {
    let tenant: TenantID
    let actor: Actor
    let now: Instant
    let composition: Composition
    /// The answers that may be taken as this snapshot's; nil in a command, and where nobody knows the version.
    let kept: Kept?
    private var isPinned = false
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

    init(
        tenant: TenantID, actor: Actor, now: Instant, composition: Composition, connection: any Connection,
        kept: Kept? = nil
    ) {
        (self.tenant, self.actor, self.now, self.kept) = (tenant, actor, now, kept)
        (self.composition, self.connection) = (composition, connection)
    }

    func execute(_ sql: SQL) throws -> Int {
        isUntouched = false
        return try guarded { try connection.execute(sql) }
    }

    func forEach(_ sql: SQL, _ body: (borrowing Tuple) throws -> Void) throws {
        try pin()
        try guarded { try connection.forEach(sql, body) }
    }

    /// What is read from here on must be of the moment that the kept answers are of.
    func pin() throws {
        guard let kept, !isPinned else { return }
        isPinned = true
        try guarded { try connection.pin() }
        guard kept.isCurrent() else { throw OutdatedAnswers() }
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
