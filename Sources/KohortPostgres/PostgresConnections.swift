#if PostgreSQL
    import KohortStore
    import Synchronization

    /// Connections to one server, each lent to one thread at a time and kept for the next: there are never more than
    /// threads that ask at once, however many tenants there are.
    package final class PostgresConnections: Sendable {
        private struct State {
            /// The longest at rest first.
            var resting: [PostgresConnection] = []
            var lent = 0
        }

        private let connector: PostgresConnector
        private let limit: Int
        private let state = Mutex(State())

        /// The server must be asked directly or through a pooler that keeps sessions, since prepared statements and the
        /// search path belong to a session. Beyond `limit` in all, one that rests is closed before another is opened:
        /// those that are lent are never more than the threads that ask.
        package init(_ server: PostgresServer, limit: Int = .max) {
            (connector, self.limit) = (PostgresConnector(server), limit)
        }

        /// Lends a connection in which names are looked up in `schema`, as the address says. Whatever transaction is left
        /// open is undone.
        func lend<Answer>(_ schema: String, _ body: (PostgresConnection) throws -> Answer) throws -> Answer {
            try lend(PostgresPlace(schema: schema), body)
        }

        /// Lends one that has signed in as the place wants it.
        func lend<Answer>(_ place: PostgresPlace, _ body: (PostgresConnection) throws -> Answer) throws -> Answer {
            let connection = try connection(for: place)
            defer { takeBack(connection) }
            connection.enter(place.schema)
            return try body(connection)
        }

        /// Lends one for what may be done twice: again where a conflict or a lost connection was in the way.
        func lendRetrying<Answer>(
            _ place: PostgresPlace, _ body: (PostgresConnection) throws -> Answer
        ) throws -> Answer {
            try Interruption.retried { try lend(place, body) }
        }

        func lendRetrying<Answer>(_ schema: String, _ body: (PostgresConnection) throws -> Answer) throws -> Answer {
            try lendRetrying(PostgresPlace(schema: schema), body)
        }

        /// One more, for as long as somebody has it, who gives it back to nobody.
        func connect() throws -> PostgresConnection { try PostgresConnection(connector) }

        /// How many there are now.
        var count: Int { state.withLock { $0.lent + $0.resting.count } }

        /// Runs what concerns the server and no schema, such as making a database, outside of any transaction.
        package func maintain(_ statement: String) throws {
            _ = try lend("public") { try $0.execute(SQL(stringLiteral: statement)) }
        }

        /// One that was in the schema last, or else any of the same login, without those that the server has ended
        /// meanwhile.
        private func connection(for place: PostgresPlace) throws -> PostgresConnection {
            while let connection = taken(for: place) {
                connection.session.settle()
                if connection.session.isIdle, !connection.session.isBeingEnded { return connection }
                state.withLock { $0.lent -= 1 }
            }
            makeRoom()
            do { return try PostgresConnection(connector, as: place.login) } catch {
                state.withLock { $0.lent -= 1 }
                throw error
            }
        }

        private func taken(for place: PostgresPlace) -> PostgresConnection? {
            state.withLock { state in
                let index =
                    state.resting.lastIndex { $0.schema == place.schema && $0.login == place.login }
                    ?? state.resting.lastIndex { $0.login == place.login }
                guard let index else { return nil }
                state.lent += 1
                return state.resting.remove(at: index)
            }
        }

        /// Counts one more as lent, and closes the one that has rested longest where there would be too many.
        private func makeRoom() {
            let closed: PostgresConnection? = state.withLock { state in
                state.lent += 1
                let isFull = state.lent + state.resting.count > limit
                return isFull && !state.resting.isEmpty ? state.resting.removeFirst() : nil
            }
            _ = closed
        }

        private func takeBack(_ connection: PostgresConnection) {
            connection.leave()
            state.withLock { state in
                state.lent -= 1
                if connection.session.isConnected { state.resting.append(connection) }
            }
        }
    }
#endif
