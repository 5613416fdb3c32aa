import KohortStore
import Synchronization

/// A database that counts the statements its readers run.
final class CountingStorage: Storage {
    private let storage: any Storage
    private let counter = Atomic<Int>(0)

    init(_ storage: any Storage) { self.storage = storage }

    var statements: Int { counter.load(ordering: .acquiring) }
    var dialect: any Dialect { storage.dialect }

    func write<Answer>(_ body: (any WriteConnection) throws -> Answer) throws -> Answer { try storage.write(body) }

    func read<Answer>(reader: Int, _ body: (any Connection) throws -> Answer) throws -> Answer {
        try storage.read(reader: reader) { try body(CountingConnection($0) { self.count() }) }
    }

    func close() { storage.close() }
    private func count() { counter.add(1, ordering: .acquiringAndReleasing) }
}

private final class CountingConnection: Connection {
    private let connection: any Connection
    private let count: () -> Void

    init(_ connection: any Connection, _ count: @escaping () -> Void) {
        (self.connection, self.count) = (connection, count)
    }

    func execute(_ sql: SQL) throws -> Int {
        count()
        return try connection.execute(sql)
    }

    func forEach(_ sql: SQL, _ body: (borrowing Tuple) throws -> Void) throws {
        count()
        try connection.forEach(sql, body)
    }
}
