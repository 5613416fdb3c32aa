#if PostgreSQL
    import KohortStore
    import Synchronization

    /// A schema's name that one daemon has to itself, by a lock of the server's that ends with its connection. It is
    /// another one than that of the tenant's writes.
    final class PostgresClaim: PlaceClaim {
        private let key: SQL
        private let connection: Mutex<PostgresConnection?>

        /// Nil where another has it.
        init?(_ schema: String, by connection: PostgresConnection) throws {
            key = "hashtextextended(\(schema), 1)"
            self.connection = Mutex(connection)
            var isFree = false
            try connection.forEach("select pg_try_advisory_lock(" + key + ")") { isFree = try $0[0] }
            if !isFree { return nil }
        }

        func check() throws {
            try connection.withLock { connection in
                guard let connection else { throw StoreFault.closed }
                try connection.forEach("select 1") { _ in }
            }
        }

        func end() {
            connection.withLock { connection in
                try? connection?.forEach("select pg_advisory_unlock(" + key + ")") { _ in }
                connection = nil
            }
        }
    }
#endif
