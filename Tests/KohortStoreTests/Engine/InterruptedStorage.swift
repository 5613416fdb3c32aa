import KohortStore
import Synchronization

/// A storage whose next writes are undone by a conflict, as a server does it, before anything has come of them.
final class InterruptedStorage: Storage {
    private let storage: any Storage
    let conflicts = Atomic(0)

    init(_ storage: any Storage) { self.storage = storage }

    var dialect: any Dialect { storage.dialect }

    func write<Answer>(_ body: (any WriteConnection) throws -> Answer) throws -> Answer {
        guard conflicts.load(ordering: .relaxed) > 0 else { return try storage.write(body) }
        conflicts.subtract(1, ordering: .relaxed)
        throw StoreFault.interrupted("conflict")
    }

    func read<Answer>(reader: Int, _ body: (any Connection) throws -> Answer) throws -> Answer {
        try storage.read(reader: reader, body)
    }

    func close() { storage.close() }
}
