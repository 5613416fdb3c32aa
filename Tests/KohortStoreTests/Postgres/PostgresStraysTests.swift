#if PostgreSQL
    import KohortCore
    import KohortStore
    import KohortTesting
    import Testing

    @testable import KohortPostgres

    /// What is left of tenants that nobody knows of, in a database of its own.
    @Suite(.enabled(if: TestEngine.server != nil)) struct PostgresStraysTests {
        private static let broken = Schema([
            SchemaModule("notes", [Migration("notes", ["create table note (title \(.text))", "select nothing"])])
        ])
        private let database: TestDatabase

        init() throws { database = try TestDatabase(on: try #require(TestEngine.server)) }

        private func engine(_ registry: String = "platform") throws -> PostgresEngine {
            let connections = PostgresConnections(PostgresServer(address: database.address))
            let engine = try PostgresEngine(connections, registry: registry)
            _ = try engine.openRegistry()
            return engine
        }

        @Test func `what was cut off while a tenant was made is told of, and goes with it`() throws {
            let (engine, known, half, unknown) = (try engine(), TenantID.new(), TenantID.new(), TenantID.new())
            for tenant in [known, unknown] { try engine.create(tenant, RolesWorld.sample) }
            #expect(throws: StoreFault.self) { try engine.create(half, Self.broken) }
            #expect(
                try engine.strays(beside: [known]) == [
                    "the schema draft_\(PostgresEngine.schema(of: half))",
                    "the schema \(PostgresEngine.schema(of: unknown))",
                ])
            try engine.remove(half)
            #expect(try engine.strays(beside: [known, unknown]) == [])
            try engine.remove(unknown)
            #expect(try engine.strays(beside: []) == ["the schema \(PostgresEngine.schema(of: known))"])
        }

        @Test func `where two installations share a database nothing is told, since it may be the other's`() throws {
            let first = try engine("first")
            try first.create(.new(), RolesWorld.sample)
            #expect(try first.strays(beside: []).count == 1)
            _ = try engine("second")
            #expect(try first.strays(beside: []) == [])
        }
    }
#endif
