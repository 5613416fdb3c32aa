import KohortStore
import Synchronization

/// A storage of one process that counts its snapshots.
final class CountedStorage: Storage {
    private let storage: any Storage
    private let count = Atomic(0)

    init(_ storage: any Storage) { self.storage = storage }

    var snapshots: Int { count.load(ordering: .relaxed) }
    var dialect: any Dialect { storage.dialect }

    func write<Answer>(_ body: (any WriteConnection) throws -> Answer) throws -> Answer { try storage.write(body) }

    func read<Answer>(reader: Int, _ body: (any Connection) throws -> Answer) throws -> Answer {
        count.add(1, ordering: .relaxed)
        return try storage.read(reader: reader, body)
    }

    func close() { storage.close() }
}
