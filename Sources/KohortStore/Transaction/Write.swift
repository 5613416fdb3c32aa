import KohortCore

/// A transaction on one tenant's database, lent to a command. Only the store makes one; it cannot be kept.
package struct Write: ~Copyable {
    package let read: Read
    private var transaction: Transaction { read.transaction }

    init(_ transaction: Transaction) { read = Read(transaction) }

    package var tenant: TenantID { transaction.tenant }
    package var actor: Actor { transaction.actor }
    /// When the request arrived.
    package var now: Instant { transaction.now }

    @discardableResult package func execute(_ sql: SQL) throws -> Int { try transaction.execute(sql) }
    package func insert(_ record: some Record) throws { try execute(record.insertion) }
    /// Writes every column of the row that has the record's key.
    package func update(_ record: some Record) throws { try execute(record.replacement) }

    package func all<T: Record>(_ type: T.Type, _ rest: SQL = "") throws -> [T] { try read.all(type, rest) }
    package func first<T: Record>(_ type: T.Type, _ rest: SQL) throws -> T? { try read.first(type, rest) }
    package func find<T: Record>(_ type: T.Type, _ key: some Storable) throws -> T { try read.find(type, key) }
    package func count(_ sql: SQL) throws -> Int { try read.count(sql) }
    package func ask<Port: Sendable>(_ port: Port.Type) throws -> Port { try read.ask(port) }

    /// For what was taken out of a tenant's database and comes back to be settled. Throws `StoreFault.foreign` where it
    /// comes back to another one's.
    package func require(_ owner: TenantID) throws {
        guard owner == tenant else { throw StoreFault.foreign("what was leased from \(owner) came to \(tenant)") }
    }

    /// Writes an event to the journal and performs what other modules do because of it, in this transaction.
    package func record<E: Event>(_ event: E) throws {
        try transaction.guarded {
            if let command = transaction.causes.last?.command, !command.events.contains(where: { $0 == E.self }) {
                throw StoreFault.undeclaredEvent("\(command.name) recorded \(E.name)")
            }
        }
        let number = try Journal.append(event, in: self)
        for reaction in transaction.composition.reactions.to(E.self) {
            try reaction.react(event, number, self)
        }
    }

    /// Performs a command that another one leads to. Its right is not asked again: the first command's was.
    func perform<C: Command>(_ command: C, becauseOf event: Int64? = nil) throws -> C.Outcome {
        transaction.causes.append(Transaction.Cause(command: C.self, event: event))
        defer { transaction.causes.removeLast() }
        do { return try command.perform(in: self) } catch {
            transaction.poison()
            throw error
        }
    }

    /// The event that the command at work reacts to.
    var cause: Int64? { transaction.causes.last?.event }
}
