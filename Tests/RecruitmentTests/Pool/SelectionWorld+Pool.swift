import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Synchronization

extension SelectionWorld {
    @discardableResult func pool(
        of employer: Int = 0, _ filter: PoolFilter = PoolFilter(), after: Int? = nil
    ) async throws -> CandidacyPool.Answer {
        try await fetch(
            CandidacyPool(round: .id(round), organisation: employers[employer], filter: filter, after: after))
    }

    /// How many statements a query runs.
    func statements(of query: some Query) async throws -> Int {
        let storage = CountingStorage(storage: try test.engine.open(test.store.tenant))
        let composition = Composition(
            schema: Schema([StoreSchema.module, RecruitmentSchema.module]), authority: .everything,
            ports: persons.ports(try Self.names(of: employers)))
        let store = Store(
            tenant: test.store.tenant, storage: storage, composition: composition, threads: TestStore.threads)
        _ = try await store.fetch(query, by: .system, at: Self.now)
        let count = storage.count.value
        try await store.close()
        return count
    }
}

/// A database that counts the statements that are read from it.
private struct CountingStorage: Storage {
    final class Count: Sendable {
        private let counted = Atomic(0)
        var value: Int { counted.load(ordering: .sequentiallyConsistent) }
        func increase() { counted.add(1, ordering: .sequentiallyConsistent) }
    }

    let storage: any Storage
    let count = Count()
    var dialect: any Dialect { storage.dialect }

    func write<Answer>(_ body: (any WriteConnection) throws -> Answer) throws -> Answer { try storage.write(body) }

    func read<Answer>(reader: Int, _ body: (any Connection) throws -> Answer) throws -> Answer {
        try storage.read(reader: reader) { try body(CountingConnection($0, count)) }
    }

    func close() { storage.close() }
}

private final class CountingConnection: Connection {
    private let connection: any Connection
    private let count: CountingStorage.Count

    init(_ connection: any Connection, _ count: CountingStorage.Count) {
        (self.connection, self.count) = (connection, count)
    }

    func execute(_ sql: SQL) throws -> Int {
        count.increase()
        return try connection.execute(sql)
    }

    func forEach(_ sql: SQL, _ body: (borrowing Tuple) throws -> Void) throws {
        count.increase()
        try connection.forEach(sql, body)
    }
}
