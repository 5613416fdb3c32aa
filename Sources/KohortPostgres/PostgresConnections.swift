#if PostgreSQL
    import KohortStore
    import Synchronization

    /// Connections to one server, each lent to one thread at a time and kept for the next: there are never more than
    /// threads that ask at once, however many tenants there are.
    package final class PostgresConnections: Sendable {
        private let door: PostgresDoor
        private let resting = Mutex<[PostgresConnection]>([])

        /// The server must be asked directly or through a pooler that keeps sessions, since prepared statements and the
        /// search path belong to a session.
        package init(_ server: PostgresServer) { door = PostgresDoor(server) }

        /// Lends a connection in which names are looked up in `schema`. Whatever transaction is left open is undone.
        func lend<Answer>(_ schema: String, _ body: (PostgresConnection) throws -> Answer) throws -> Answer {
            let connection = try rested(in: schema) ?? PostgresConnection(door)
            defer { takeBack(connection) }
            connection.enter(schema)
            return try body(connection)
        }

        /// Runs what concerns the server and no schema, such as making a database, outside of any transaction.
        package func maintain(_ statement: String) throws {
            _ = try lend("public") { try $0.execute(SQL(stringLiteral: statement)) }
        }

        /// One that was in the schema last, or else any, without those that the server has ended meanwhile.
        private func rested(in schema: String) -> PostgresConnection? {
            while let connection = taken(in: schema) {
                connection.session.settle()
                if connection.session.isIdle, !connection.session.isBeingEnded { return connection }
            }
            return nil
        }

        private func taken(in schema: String) -> PostgresConnection? {
            resting.withLock { connections in
                let index = connections.lastIndex { $0.schema == schema } ?? connections.indices.last
                return index.map { connections.remove(at: $0) }
            }
        }

        private func takeBack(_ connection: PostgresConnection) {
            connection.leave()
            if connection.session.isConnected { resting.withLock { $0.append(connection) } }
        }
    }
#endif
