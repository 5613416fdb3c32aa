import KohortStore
import Synchronization

/// A registry whose server is lost around commits as long as a test wants: before one, so that nothing of it remains,
/// or after, so that all of it does.
final class UnsureRegistry: Storage {
    enum Loss { case before, after }

    private let storage: any Storage
    private let loss = Mutex<Loss?>(nil)

    init(_ storage: any Storage) { self.storage = storage }

    func lose(_ loss: Loss?) { self.loss.withLock { $0 = loss } }

    var dialect: any Dialect { storage.dialect }
    var sharedVersion: (@Sendable (any Connection) throws -> UInt64)? { storage.sharedVersion }

    func write<Answer>(_ body: (any WriteConnection) throws -> Answer) throws -> Answer {
        let loss = loss.withLock { $0 }
        return try storage.write { try body(UnsureConnection($0, loss)) }
    }

    func read<Answer>(reader: Int, _ body: (any Connection) throws -> Answer) throws -> Answer {
        try storage.read(reader: reader, body)
    }

    func close() { storage.close() }
}

private final class UnsureConnection: WriteConnection {
    private let connection: any WriteConnection
    private let loss: UnsureRegistry.Loss?

    init(_ connection: any WriteConnection, _ loss: UnsureRegistry.Loss?) {
        (self.connection, self.loss) = (connection, loss)
    }

    func execute(_ sql: SQL) throws -> Int { try connection.execute(sql) }
    func forEach(_ sql: SQL, _ body: (borrowing Tuple) throws -> Void) throws { try connection.forEach(sql, body) }
    func begin() throws { try connection.begin() }
    func deferReferences() throws { try connection.deferReferences() }
    func rollback() { connection.rollback() }
    var isInTransaction: Bool { connection.isInTransaction }

    func commit() throws {
        if loss == .before { throw StoreFault.unavailable("the server is lost") }
        try connection.commit()
        if loss == .after { throw StoreFault.undecided("the server is lost") }
    }
}
