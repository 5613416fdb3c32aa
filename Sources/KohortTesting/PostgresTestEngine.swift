#if PostgreSQL
    import Foundation
    import KohortCore
    import KohortPostgres
    import KohortStore
    import Synchronization

    /// PostgreSQL with a registry of the test's own. What was made in it is dropped when the last reference goes; the
    /// databases that it opens are such references.
    package final class PostgresTestEngine: Engine {
        /// Shared by all tests, which run at once.
        private static let connections = PostgresConnections(
            PostgresServer(address: TestEngine.server ?? ""))

        package let isShared = true
        private let engine: PostgresEngine
        private let registry: String
        private let tenants = Mutex<Set<TenantID>>([])

        init() throws {
            registry = "platform_" + UUID().uuidString.lowercased().replacing("-", with: "")
            engine = try PostgresEngine(Self.connections, registry: registry)
        }

        deinit {
            for tenant in tenants.withLock({ $0 }) { try? engine.remove(tenant) }
            let drop = SQL(stringLiteral: "drop schema if exists \(registry) cascade")
            _ = try? engine.openRegistry().write { try $0.execute(drop) }
        }

        package func openRegistry() throws -> any Storage {
            HeldStorage(storage: try engine.openRegistry(), engine: self)
        }

        package func create(_ tenant: TenantID, _ schema: Schema) throws {
            _ = tenants.withLock { $0.insert(tenant) }
            try engine.create(tenant, schema)
        }

        package func open(_ tenant: TenantID) throws -> any Storage {
            HeldStorage(storage: try engine.open(tenant), engine: self)
        }

        package func files(of tenant: TenantID) -> any FileStorage { engine.files(of: tenant) }
        package func remove(_ tenant: TenantID) throws { try engine.remove(tenant) }
        package func strays(beside known: Set<TenantID>) throws -> [String] { try engine.strays(beside: known) }
        package func claim(_ tenant: TenantID) throws -> (any PlaceClaim)? { try engine.claim(tenant) }
        package func replace(_ tenant: TenantID, by draft: TenantID) throws { try engine.replace(tenant, by: draft) }
    }

    /// A database that keeps its engine from dropping it.
    private struct HeldStorage: Storage {
        let storage: any Storage
        let engine: PostgresTestEngine

        var dialect: any Dialect { storage.dialect }

        func write<Answer>(_ body: (any WriteConnection) throws -> Answer) throws -> Answer { try storage.write(body) }

        func read<Answer>(reader: Int, _ body: (any Connection) throws -> Answer) throws -> Answer {
            try storage.read(reader: reader, body)
        }

        var sharedVersion: (@Sendable (any Connection) throws -> UInt64)? { storage.sharedVersion }

        func close() { storage.close() }
    }
#endif
