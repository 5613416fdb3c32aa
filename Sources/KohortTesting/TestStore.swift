import KohortCore
import KohortSQLite
import KohortStore

/// A real store in a folder of its own.
package struct TestStore: Sendable {
    package let store: Store
    package let engine: any Engine
    private let composition: Composition
    private let folder: TestFolder

    /// A migrated store of one new tenant. `now` is when its schema was made.
    package static func make(
        modules: [SchemaModule] = [], allowing authority: Authority = .everything, reactions: Reactions = Reactions(),
        ports: Ports = Ports(), tenant: TenantID = .new()
    ) async throws -> TestStore {
        let schema = Schema([StoreSchema.module] + modules)
        let composition = Composition(schema: schema, authority: authority, reactions: reactions, ports: ports)
        let folder = try TestFolder()
        let engine = try TestEngine.make(in: folder)
        try engine.create(tenant, schema)
        let storage = try engine.open(tenant)
        let store = Store(tenant: tenant, storage: storage, composition: composition, threads: threads)
        return TestStore(store: store, engine: engine, composition: composition, folder: folder)
    }

    /// Shared, as in a daemon: a hundred tests do not need a thousand threads.
    package static let threads = StoreThreads()

    /// The same tenant as further daemons of a shared engine have it open: each with a lane and threads of its own.
    package func daemons(_ count: Int) throws -> [TestStore] {
        try (0..<count).map { _ in
            let store = Store(
                tenant: store.tenant, storage: try engine.open(store.tenant), composition: composition,
                threads: StoreThreads(writers: 1, readers: 1, files: 1))
            return TestStore(store: store, engine: engine, composition: composition, folder: folder)
        }
    }

    package func perform<C: Command>(
        _ command: C, by actor: Actor = .system, at now: Instant = .at("2026-09-01T10:00:00Z")
    ) async throws -> C.Outcome {
        try await store.perform(command, by: actor, at: now)
    }

    package func fetch<Q: Query>(
        _ query: Q, by actor: Actor = .system, at now: Instant = .at("2026-09-01T10:00:00Z")
    ) async throws -> Q.Answer {
        try await store.fetch(query, by: actor, at: now)
    }
}
