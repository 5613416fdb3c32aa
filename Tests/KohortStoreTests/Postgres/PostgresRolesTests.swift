#if PostgreSQL
    import KohortCore
    import KohortStore
    import KohortTesting
    import Testing

    @testable import KohortPostgres

    /// Two tenants whose schemas are owned by roles of their own.
    @Suite(.enabled(if: TestEngine.server != nil)) struct PostgresRolesTests {
        private let world: RolesWorld
        init() throws { world = try RolesWorld() }

        @Test func `a tenant's connection reads its own schema, and another's not even by its whole name`() throws {
            let own = try world.engine.open(world.mine)
            #expect(try world.notes(of: world.mine, in: own) == 1)
            #expect(throws: StoreFault.statement("permission denied for schema \(world.schema(world.yours))")) {
                try world.notes(of: world.yours, in: own)
            }
            #expect(throws: StoreFault.statement("permission denied for schema \(world.registry)")) {
                try own.read(reader: 0) { try $0.forEach(.plain("select 1 from \(world.registry).agreement")) { _ in } }
            }
            // The control: without roles the same statement reads it.
            var without = world.engine
            without.roles = nil
            #expect(try world.notes(of: world.yours, in: try without.open(world.mine)) == 1)
        }

        @Test func `it can become nobody else, and can make nothing outside`() throws {
            let own = try world.engine.open(world.mine)
            let (other, owner) = (world.login(world.yours).user, try world.owner)
            for statement in [
                "set role \(other)", "set role \(owner)", "set role kohort", "set session authorization \(other)",
                "create schema elsewhere", "create role somebody", "create table public.elsewhere (a text)",
                "grant usage on schema \(world.schema(world.yours)) to current_user",
                "alter schema \(world.schema(world.yours)) owner to current_user",
                "create temporary table more (a text)",
            ] {
                #expect(throws: StoreFault.self, "\(statement)") {
                    try own.write { _ = try $0.execute(.plain(statement)) }
                }
            }
            #expect(try own.write { try $0.execute("create table more (a text)") } == 0)
            // The control: who owns the database may.
            try world.keeper.maintain("create temporary table more (a text)")
        }

        @Test func `of another it sees what the server shows every role of everybody, and no row of it`() throws {
            let (own, yours) = (try world.engine.open(world.mine), world.schema(world.yours))
            try world.keeper.maintain("analyze \(yours).note")
            let names: SQL = "select count(*) from pg_class where relnamespace::regnamespace::text = \(yours)"
            #expect(try count(names, own) > 0)
            #expect(try count("select count(*) from pg_stat_user_tables where schemaname = \(yours)", own) > 0)
            #expect(try count("select count(*) from pg_stat_activity where datname = current_database()", own) > 1)
            let values: SQL = "select count(*) from pg_stats where schemaname = \(yours)"
            #expect(try count(values, own) == 0)
            #expect(try world.count(values) > 0)
            let statements: SQL = """
                select count(*) from pg_stat_activity where usename <> session_user and query is not null
                    and query <> '<insufficient privilege>'
                """
            #expect(try count(statements, own) == 0)
        }

        private func count(_ sql: SQL, _ storage: any Storage) throws -> Int {
            var count = 0
            try storage.read(reader: 0) { try $0.forEach(sql) { count = try $0[0] } }
            return count
        }

        @Test func `a role signs in by its password alone`() throws {
            let (connector, login) = (PostgresConnector(world.server), world.login(world.mine))
            let right = try PostgresConnection(connector, as: login)
            #expect(try right.answer(to: "select cast(session_user as text)") == login.user)
            #expect(throws: StoreFault.self) {
                _ = try PostgresConnection(connector, as: PostgresLogin(user: login.user, password: "another"))
            }
        }

        @Test func `a schema that was made without a role is given over when it is opened`() throws {
            let tenant = TenantID.new()
            var without = world.engine
            without.roles = nil
            try without.create(tenant, RolesWorld.sample)
            defer { try? world.engine.remove(tenant) }
            #expect(try world.foreigners(in: tenant) > 0)
            let storage = try world.engine.open(tenant)
            #expect(try world.foreigners(in: tenant) == 0)
            #expect(try world.notes(of: tenant, in: storage) == 0)
            #expect(throws: StoreFault.self) { try world.notes(of: world.mine, in: storage) }
        }

        @Test func `one in another's place is the other's, and what is removed leaves no role behind`() throws {
            let draft = TenantID.new()
            try world.engine.create(draft, RolesWorld.sample)
            try world.engine.replace(world.mine, by: draft)
            #expect(try world.foreigners(in: world.mine) == 0)
            #expect(try world.notes(of: world.mine, in: try world.engine.open(world.mine)) == 0)
            #expect(try !world.isThere(draft))
            #expect(try world.isThere(world.mine))
            try world.engine.remove(world.mine)
            #expect(try !world.isThere(world.mine))
        }

        @Test func `one that was cut off while it was made goes with its role`() throws {
            let half = TenantID.new()
            let broken = Schema([SchemaModule("notes", [Migration("notes", ["create table note (title nothing)"])])])
            #expect(throws: StoreFault.self) { try world.engine.create(half, broken) }
            #expect(try world.isThere(half))
            #expect(try world.engine.strays(beside: [world.mine, world.yours]).count == 1)
            try world.engine.remove(half)
            #expect(try !world.isThere(half))
            #expect(try world.engine.strays(beside: [world.mine, world.yours]) == [])
        }

        @Test func `there are never more connections than the budget, however many tenants`() throws {
            let place = { (tenant: TenantID) in
                PostgresPlace(schema: world.schema(tenant), login: world.login(tenant))
            }
            let connections = PostgresConnections(world.server, limit: 1)
            for _ in 1...3 {
                for tenant in [world.mine, world.yours] {
                    let title = try connections.lend(place(tenant)) { try $0.answer(to: "select title from note") }
                    #expect(title == "a note")
                }
            }
            #expect(connections.count == 1)
            let roomy = PostgresConnections(world.server, limit: 2)
            for tenant in [world.mine, world.yours] { try roomy.lend(place(tenant)) { _ in } }
            #expect(roomy.count == 2)
        }
    }
#endif
