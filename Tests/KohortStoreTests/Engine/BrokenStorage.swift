import KohortStore
import Synchronization

/// A database that is there and cannot be written to.
final class BrokenStorage: Storage {
    private let storage: any Storage
    private let closed = Mutex(false)

    init(_ storage: any Storage) { self.storage = storage }

    var isClosed: Bool { closed.withLock { $0 } }
    var dialect: any Dialect { storage.dialect }

    func write<Answer>(_ body: (any WriteConnection) throws -> Answer) throws -> Answer {
        throw StoreFault.unavailable("broken")
    }

    func read<Answer>(reader: Int, _ body: (any Connection) throws -> Answer) throws -> Answer {
        try storage.read(reader: reader, body)
    }

    func close() {
        storage.close()
        closed.withLock { $0 = true }
    }
}
