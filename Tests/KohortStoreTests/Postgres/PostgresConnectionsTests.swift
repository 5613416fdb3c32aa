#if PostgreSQL
    import KohortStore
    import KohortTesting
    import Testing

    @testable import KohortPostgres

    @Suite(.enabled(if: TestEngine.server != nil)) struct PostgresConnectionsTests {
        private let schema: PostgresSchema
        private let connections: PostgresConnections

        init() throws {
            schema = try PostgresSchema()
            connections = PostgresConnections(PostgresServer(address: schema.address))
        }

        @Test func `a connection is lent again`() throws {
            let first = try connections.lend(schema.name, process)
            #expect(try connections.lend(schema.name, process) == first)
            #expect(try connections.lend("another", process) == first)
        }

        @Test func `the one that was in the schema last is preferred`() throws {
            try connections.lend(schema.name) { one in
                let other = try connections.lend("another", process)
                #expect(try process(one) != other)
            }
            let last = try connections.lend("another", process)
            #expect(try connections.lend(schema.name, process) != last)
            #expect(try connections.lend("another", process) == last)
        }

        @Test func `what is left open is undone before the next`() throws {
            try connections.lend(schema.name) { connection in
                try connection.begin()
                try connection.execute("insert into note (title) values ('lost')")
            }
            #expect(try connections.lend(schema.name) { $0.isInTransaction } == false)
            #expect(try schema.titles == [])
        }

        @Test func `one that the server ended meanwhile is replaced`() throws {
            let first = try connections.lend(schema.name) { connection in
                _ = try connection.execute("insert into note (title) values ('before')")
                return connection
            }
            try schema.connection.end(first)
            _ = try connections.lend(schema.name) { try $0.execute("insert into note (title) values ('after')") }
            #expect(try schema.titles == ["after", "before"])
        }

        private func process(_ connection: PostgresConnection) throws -> String? {
            try connection.answer(to: "select pg_backend_pid()::text")
        }
    }
#endif
