#if PostgreSQL
    import KohortCore
    import KohortStore

    /// A row for each key: the time at which all that was taken is given back (the generic cell rate algorithm). The
    /// table is not logged: it costs no sync, and is empty after a crash of the server.
    struct PostgresLimits: SharedLimits {
        static let table: SQL =
            "create unlogged table if not exists rate_limit (key text primary key, due_at double precision not null)"

        let connections: PostgresConnections
        let schema: String

        /// One statement where there is room: whoever asks for the same key at once waits for it and sees its row.
        func take(_ share: Double, of window: Double, under key: String, at now: Instant) throws -> Duration? {
            let now = Double(now.milliseconds)
            // What is due much later than a window was taken before the clock went back.
            let start: SQL = """
                case when rate_limit.due_at > \(now) + 2 * \(window) then \(now) else greatest(rate_limit.due_at, \(now)) end
                """
            return try connections.lend(schema) { connection in
                let taken = try connection.execute(
                    """
                    insert into rate_limit (key, due_at) values (\(key), \(now) + \(share))
                    on conflict (key) do update set due_at = \(start) + \(share)
                        where \(start) + \(share) <= \(now) + \(window)
                    """)
                if taken > 0 { return nil }
                var due = now
                try connection.forEach("select due_at from rate_limit where key = \(key)") { due = try $0[0] }
                return .milliseconds(max(1, Int64((due + share - now - window).rounded(.up))))
            }
        }

        func sweep(at now: Instant) throws {
            _ = try connections.lend(schema) {
                try $0.execute("delete from rate_limit where due_at <= \(Double(now.milliseconds))")
            }
        }
    }
#endif
