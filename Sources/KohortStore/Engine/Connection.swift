/// What an engine lends for one transaction. Used by one thread at a time, and not after the body it was lent to.
package protocol Connection: AnyObject {
    /// Runs a statement and answers how many rows it changed.
    @discardableResult func execute(_ sql: SQL) throws -> Int
    func forEach(_ sql: SQL, _ body: (borrowing Tuple) throws -> Void) throws
    /// Does the same for an answer that may be too large for memory. One at a time, inside a snapshot.
    func stream(_ sql: SQL, _ body: (borrowing Tuple) throws -> Void) throws
    /// Fixes the moment that a snapshot shows, where its first statement would.
    func pin() throws
}

extension Connection {
    package func pin() throws {}
    package func stream(_ sql: SQL, _ body: (borrowing Tuple) throws -> Void) throws { try forEach(sql, body) }
}

/// The connection of a tenant's only writer, with the transaction in its hands.
package protocol WriteConnection: Connection {
    /// Begins and takes the tenant's write lock: from here on no other process writes to this tenant.
    func begin() throws
    func commit() throws
    /// Has references between rows looked at when the transaction commits, where they are declared deferrable.
    func deferReferences() throws
    /// Ends the transaction without a trace; harmless when there is none.
    func rollback()
    /// Whether a transaction is open. Some failures (full disk, lost connection) end it on their own.
    var isInTransaction: Bool { get }
}
