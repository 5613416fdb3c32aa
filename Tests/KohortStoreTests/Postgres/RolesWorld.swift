#if PostgreSQL
    import KohortCore
    import KohortStore
    import KohortTesting
    import Testing

    @testable import KohortPostgres

    /// Two tenants with a note each, on roles of their own, in a database whose owner is no superuser; gone with the last
    /// reference.
    final class RolesWorld {
        static let sample = Schema([SchemaModule("notes", [Migration("notes", ["create table note (title \(.text))"])])]
        )
        let server: PostgresServer
        let engine: PostgresEngine
        let registry = "platform"
        let (mine, yours) = (TenantID.new(), TenantID.new())
        private let roles: PostgresRoles
        private let database: TestDatabase
        let keeper: PostgresConnections

        init() throws {
            database = try TestDatabase(on: try #require(TestEngine.server), hasOrdinaryOwner: true)
            server = PostgresServer(address: database.address)
            keeper = PostgresConnections(server)
            roles = PostgresRoles(installation: "world") { "password of \($0)" }
            var engine = try PostgresEngine(keeper, registry: registry)
            _ = try engine.openRegistry()
            try engine.separate(by: roles)
            self.engine = engine
            for tenant in [mine, yours] {
                try engine.create(tenant, Self.sample)
                try engine.open(tenant).write { _ = try $0.execute("insert into note (title) values (\("a note"))") }
            }
        }

        /// Roles are the server's, and stay when the database goes.
        deinit { for tenant in [mine, yours] { try? engine.remove(tenant) } }

        /// Who owns the database.
        var owner: String {
            get throws { try keeper.lend("public") { try $0.answer(to: "select cast(session_user as text)") } ?? "" }
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

        func count(_ sql: SQL) throws -> Int {
            var count = 0
            try keeper.lend("public") { try $0.forEach(sql) { count = try $0[0] } }
            return count
        }
    }
#endif
