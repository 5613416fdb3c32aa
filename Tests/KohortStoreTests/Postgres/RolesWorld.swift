#if PostgreSQL
    import Foundation
    import KohortCore
    import KohortStore
    import KohortTesting
    import Testing

    @testable import KohortPostgres

    /// Two tenants with a note each, on roles of their own; gone with the last reference.
    final class RolesWorld {
        static let sample = Schema([SchemaModule("notes", [Migration("notes", ["create table note (title \(.text))"])])]
        )
        let server: PostgresServer
        let engine: PostgresEngine
        let registry = "platform_" + UUID().uuidString.lowercased().replacing("-", with: "")
        let (mine, yours) = (TenantID.new(), TenantID.new())
        private let roles: PostgresRoles
        private let keeper: PostgresConnections

        init() throws {
            server = PostgresServer(address: try #require(TestEngine.server))
            keeper = PostgresConnections(server)
            roles = PostgresRoles(installation: String(registry.suffix(8))) { "password of \($0)" }
            var engine = try PostgresEngine(keeper, registry: registry)
            engine.roles = roles
            self.engine = engine
            _ = try engine.openRegistry()
            for tenant in [mine, yours] {
                try engine.create(tenant, Self.sample)
                try engine.open(tenant).write { _ = try $0.execute("insert into note (title) values (\("a note"))") }
            }
        }

        deinit {
            for tenant in [mine, yours] { try? engine.remove(tenant) }
            try? keeper.maintain("drop schema \(registry) cascade")
        }

        func schema(_ tenant: TenantID) -> String { PostgresEngine.schema(of: tenant) }
        func login(_ tenant: TenantID) -> PostgresLogin { roles.login(for: schema(tenant)) }

        /// How many notes a storage's connection reads in a tenant's schema, by its whole name.
        func notes(of tenant: TenantID, in storage: any Storage) throws -> Int {
            var count = 0
            try storage.read(reader: 0) { connection in
                try connection.forEach(.plain("select count(*) from \(schema(tenant)).note")) { count = try $0[0] }
            }
            return count
        }

        /// How many of a schema's tables are not its own role's.
        func foreigners(in tenant: TenantID) throws -> Int {
            try count(
                """
                select count(*) from pg_class where relkind = 'r'
                    and relnamespace = cast(\(schema(tenant)) as regnamespace)
                    and pg_get_userbyid(relowner) <> \(login(tenant).user)
                """)
        }

        func isThere(_ tenant: TenantID) throws -> Bool {
            try count("select count(*) from pg_roles where rolname = \(login(tenant).user)") == 1
        }

        private func count(_ sql: SQL) throws -> Int {
            var count = 0
            try keeper.lend("public") { try $0.forEach(sql) { count = try $0[0] } }
            return count
        }
    }
#endif
