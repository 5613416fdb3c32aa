#if PostgreSQL
    import KohortStore

    /// One schema of the server's database.
    struct PostgresStorage: Storage {
        let connections: PostgresConnections
        let place: PostgresPlace
        var dialect: any Dialect { PostgresDialect() }

        func write<Answer>(_ body: (any WriteConnection) throws -> Answer) throws -> Answer {
            try connections.lend(place) { try body($0) }
        }

        /// The transaction ends when the connection is taken back.
        func read<Answer>(reader: Int, _ body: (any Connection) throws -> Answer) throws -> Answer {
            try connections.lend(place) { connection in
                connection.beginReading()
                return try body(connection)
            }
        }

        var otherCommits: (@Sendable () throws -> UInt64)? {
            {
                var version: Int64 = 0
                try connections.lend(place) { connection in
                    try connection.forEach("select version from commit_mark") { version = try $0[0] }
                }
                return UInt64(version)
            }
        }

        /// Does nothing: connections belong to no tenant.
        func close() {}
    }
#endif
