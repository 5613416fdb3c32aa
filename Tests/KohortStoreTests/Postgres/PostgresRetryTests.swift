#if PostgreSQL
    import Foundation
    import KohortCore
    import KohortStore
    import KohortTesting
    import Testing

    @testable import KohortPostgres

    /// What is no command of a store is done again too where a conflict or a lost connection was in the way.
    @Suite(.enabled(if: TestEngine.server != nil)) struct PostgresRetryTests {
        private let schema: PostgresSchema
        private let connections: PostgresConnections

        init() throws {
            schema = try PostgresSchema()
            connections = PostgresConnections(PostgresServer(address: schema.address))
            try schema.connection.execute("create sequence attempt")
        }

        /// A conflict at the given one of all attempts to write.
        private func conflict(at number: Int, _ deed: String) throws {
            try schema.connection.execute(
                .plain(
                    """
                    create function conflict() returns trigger language plpgsql as $$ begin
                    if nextval('\(schema.name).attempt') = \(number) then
                        raise exception 'conflict' using errcode = '40001';
                    end if;
                    return new; end $$
                    """))
            try schema.connection.execute(
                .plain("create trigger conflict before \(deed) for each row execute function conflict()"))
        }

        @Test func `a limit is counted`() throws {
            try schema.connection.execute(PostgresLimits.table)
            try conflict(at: 1, "insert on rate_limit")
            let limits = PostgresLimits(connections: connections, schema: schema.name)
            #expect(try limits.take(20_000, of: 60_000, under: "somebody", at: .at("2026-11-01T11:00:00Z")) == nil)
            #expect(try schema.answers(to: "select key from rate_limit") == ["somebody"])
        }

        @Test(arguments: [("insert on file_content", 1), ("insert on file_piece", 2), ("update on file_content", 1)])
        func `a file arrives whole`(_ deed: String, _ number: Int) throws {
            for table in PostgresFiles.tables { try schema.connection.execute(table) }
            try conflict(at: number, deed)
            let files = PostgresFiles(connections: connections, place: PostgresPlace(schema: schema.name))
            let bytes = (0..<200_000).map { UInt8($0 % 251) }
            let draft = try files.begin()
            try draft.append(bytes)
            let file = try draft.finish()
            #expect(try files.read(file.hash, offset: 0, count: bytes.count) == bytes)
            #expect(try schema.answers(to: "select count(*)::text from file_content") == ["1"])
        }

        @Test func `a tenant is made`() throws {
            let (engine, tenant) = (try PostgresEngine(connections, registry: schema.name), TenantID.new())
            defer { try? engine.remove(tenant) }
            let conflict = """
                do $$ begin
                if nextval('\(schema.name).attempt') = 1 then raise exception 'conflict' using errcode = '40001'; end if;
                end $$
                """
            try engine.create(
                tenant, Schema([SchemaModule("notes", [Migration("notes", [DDL(stringLiteral: conflict)])])]))
            _ = try engine.open(tenant)
        }

        @Test(arguments: [false, true])
        func `a tenant is removed, or another takes its place`(_ isReplaced: Bool) throws {
            let engine = try PostgresEngine(connections, registry: schema.name)
            let (tenant, draft) = (TenantID.new(), TenantID.new())
            defer { for one in [tenant, draft] { try? engine.remove(one) } }
            for one in [tenant, draft] { try engine.create(one, RolesWorld.sample) }
            let holder = try schema.connect()
            holder.enter(PostgresEngine.schema(of: tenant))
            try holder.begin()
            let name = PostgresEngine.schema(of: tenant)
            let waiter = try schema.connect()
            Thread.detachNewThread {
                try? waiter.endWaiter(for: name)
                holder.rollback()
            }
            if isReplaced { try engine.replace(tenant, by: draft) } else { try engine.remove(tenant) }
            #expect(throws: StoreFault.self) { _ = try engine.open(isReplaced ? draft : tenant) }
            _ = try engine.open(isReplaced ? tenant : draft)
        }
    }

    extension PostgresConnection {
        /// Ends the session that waits for a tenant's lock, as soon as one does.
        fileprivate func endWaiter(for tenant: String) throws {
            for _ in 0..<40 {
                Thread.sleep(forTimeInterval: 0.1)
                let ended = try answer(
                    to: """
                        select cast(pg_terminate_backend(pid) as text) from pg_locks
                        where locktype = 'advisory' and not granted
                            and (cast(classid as bigint) << 32) | cast(objid as bigint) = hashtextextended(\(tenant), 0)
                        """)
                if ended != nil { return }
            }
        }
    }
#endif
