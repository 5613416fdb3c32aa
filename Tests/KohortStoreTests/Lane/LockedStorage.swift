import KohortStore
import Synchronization

/// A storage whose lock somebody else holds for a while: a write begins to wait and is refused.
final class LockedStorage: Storage {
    private let storage: any Storage
    let isLocked = Atomic(false)
    /// How often the lock was waited for.
    let refused = Atomic(0)

    init(_ storage: any Storage) { self.storage = storage }

    var dialect: any Dialect { storage.dialect }

    func write<Answer>(_ body: (any WriteConnection) throws -> Answer) throws -> Answer {
        guard isLocked.load(ordering: .relaxed) else { return try storage.write(body) }
        refused.add(1, ordering: .relaxed)
        throw StoreFault.unavailable("locked")
    }

    func read<Answer>(reader: Int, _ body: (any Connection) throws -> Answer) throws -> Answer {
        try storage.read(reader: reader, body)
    }

    func close() { storage.close() }
}
