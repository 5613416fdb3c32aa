#if PostgreSQL
    import KohortStore
    import KohortTesting
    import Testing

    @testable import KohortPostgres

    /// How often a request waits for the server: what a network between them costs.
    @Suite(.enabled(if: TestEngine.server != nil)) struct PostgresTripsTests {
        private let schema: PostgresSchema
        private let connections: PostgresConnections

        init() throws {
            schema = try PostgresSchema()
            connections = PostgresConnections(PostgresServer(address: schema.address))
        }

        @Test(arguments: 1...3) func `a read waits once for each statement, also the first in a schema`(
            _ count: Int
        ) throws {
            for name in [schema.name, "another", schema.name, schema.name] {
                let trips = try trips { session in
                    try PostgresStorage(connections: connections, place: PostgresPlace(schema: name)).read(reader: 0) {
                        connection in
                        for number in 0..<count {
                            try connection.forEach("select cast(\(number) as integer)") { _ in }
                        }
                        session = (connection as? PostgresConnection)?.session
                    }
                }
                #expect(trips == count)
            }
        }

        @Test func `a write waits for its beginning and its lock together, its statements, and its commit`() throws {
            let trips = try trips { session in
                try PostgresStorage(connections: connections, place: PostgresPlace(schema: schema.name)).write {
                    connection in
                    session = (connection as? PostgresConnection)?.session
                    try connection.begin()
                    try connection.execute("insert into note (title) values (\("new"))")
                    try connection.commit()
                }
            }
            #expect(trips == 3)
            #expect(try schema.titles == ["new"])
        }

        @Test func `a version is asked for in one`() throws {
            _ = try schema.connection.execute("create table commit_mark (version bigint)")
            let storage = PostgresStorage(connections: connections, place: PostgresPlace(schema: schema.name))
            try storage.read(reader: 0) { try $0.forEach("select title from note") { _ in } }
            let session = try connections.lend(schema.name) { $0.session }
            let before = session.roundTrips
            _ = try storage.otherCommits?()
            #expect(session.roundTrips - before == 1)
        }

        @Test func `a snapshot that nobody waited to end is over before the connection is lent again`() throws {
            let storage = PostgresStorage(connections: connections, place: PostgresPlace(schema: schema.name))
            for number in 1...20 {
                _ = try schema.connection.execute("insert into note (title) values (\("\(number)"))")
                var count = 0
                try storage.read(reader: 0) { try $0.forEach("select count(*) from note") { count = try $0[0] } }
                #expect(count == number)
            }
            #expect(try connections.lend(schema.name) { $0.isInTransaction } == false)
        }

        /// How often the session was waited for that the body tells of; a connection that is new has waited at its start.
        private func trips(_ body: (inout PostgresSession?) throws -> Void) throws -> Int {
            let before = try connections.lend("public") { $0.session.roundTrips }
            var session: PostgresSession?
            try body(&session)
            return (session?.roundTrips ?? 0) - before
        }
    }
#endif
