#if PostgreSQL
    import CPostgres
    import Foundation
    import KohortStore
    import KohortTesting
    import Testing

    @testable import KohortPostgres

    /// What takes too long, is waited for too long, or is held by somebody who does nothing.
    @Suite(.enabled(if: TestEngine.server != nil)) struct PostgresTimeoutsTests {
        private let schema: PostgresSchema
        private let server: PostgresServer
        private let connections: PostgresConnections

        init() throws {
            schema = try PostgresSchema()
            server = PostgresServer(address: schema.address, statementSeconds: 2, lockSeconds: 1, idleSeconds: 1)
            connections = PostgresConnections(server)
        }

        private func connect(_ change: (inout PostgresServer) -> Void = { _ in }) throws -> PostgresConnection {
            var server = server
            change(&server)
            let connection = try PostgresConnection(PostgresConnector(server))
            connection.enter(schema.name)
            return connection
        }

        @Test func `a statement that takes too long is ended, and its connection is lent again`() throws {
            let process = try connections.lend(schema.name) { try $0.answer(to: "select pg_backend_pid()::text") }
            let timeout = StoreFault.unavailable("canceling statement due to statement timeout")
            #expect(throws: timeout) {
                try connections.lend(schema.name) { connection in
                    try connection.begin()
                    try connection.execute("insert into note (title) values ('lost')")
                    try connection.execute("select pg_sleep(10)")
                }
            }
            #expect(
                try connections.lend(schema.name) { try $0.answer(to: "select pg_backend_pid()::text") } == process)
            #expect(try schema.titles == [])
        }

        @Test func `a lock that is waited for too long is given up, and its connection writes when it is free`() throws
        {
            let (holder, other) = (try connect { $0.idleSeconds = 0 }, try connect())
            try holder.begin()
            #expect(throws: StoreFault.unavailable("canceling statement due to lock timeout")) { try other.begin() }
            #expect(!other.isInTransaction)
            try holder.commit()
            try other.begin()
            try other.execute("insert into note (title) values ('kept')")
            try other.commit()
            #expect(try schema.titles == ["kept"])
        }

        @Test func `a writer that stopped loses its lock, and knows afterwards that nothing remains`() throws {
            let (stopped, next) = (try connect(), try connect { $0.lockSeconds = 5 })
            try stopped.begin()
            try stopped.execute("insert into note (title) values ('lost')")
            try next.begin()
            try next.execute("insert into note (title) values ('kept')")
            try next.commit()
            #expect { try stopped.commit() } throws: { error in
                if case .interrupted = error as? StoreFault { true } else { false }
            }
            #expect(try schema.titles == ["kept"])
            try stopped.begin()
            try stopped.execute("insert into note (title) values ('later')")
            try stopped.commit()
            #expect(try schema.titles == ["kept", "later"])
        }

        @Test func `a statement of a writer that stopped tells that it may be performed again`() throws {
            let stopped = try connect()
            try stopped.begin()
            Thread.sleep(forTimeInterval: 1.5)
            #expect { try stopped.execute("insert into note (title) values ('lost')") } throws: { error in
                if case .interrupted = error as? StoreFault { true } else { false }
            }
        }

        @Test func `a snapshot may idle, as that of a backup does, and so may a tenant that is being filled`() throws {
            let counts = try connections.lend(schema.name) { reader in
                reader.beginReading()
                return try (0..<2).map { _ in
                    Thread.sleep(forTimeInterval: 1.2)
                    return try reader.answer(to: "select count(*)::text from note")
                }
            }
            #expect(counts == ["0", "0"])
            let filling = try connect()
            try filling.begin()
            try filling.deferReferences()
            Thread.sleep(forTimeInterval: 1.5)
            try filling.execute("insert into note (title) values ('filled')")
            try filling.commit()
            #expect(try schema.titles == ["filled"])
        }

        @Test func `a path that is dead is found out, in times that the address may change`() throws {
            #expect(try option("tcp_user_timeout", at: schema.address) == "30000")
            #expect(try option("keepalives_idle", at: schema.address) == "30")
            #expect(try option("keepalives_interval", at: schema.address) == "10")
            #expect(try option("keepalives_count", at: schema.address) == "3")
            #expect(try option("tcp_user_timeout", at: schema.address + " tcp_user_timeout=5000") == "5000")
        }

        private func option(_ keyword: String, at address: String) throws -> String? {
            let session = try PostgresSession(PostgresServer(address: address))
            guard let options = PQconninfo(session.handle) else { return nil }
            defer { PQconninfoFree(options) }
            var option = options
            while let word = option.pointee.keyword {
                if String(cString: word) == keyword { return option.pointee.val.map { String(cString: $0) } }
                option += 1
            }
            return nil
        }
    }
#endif
