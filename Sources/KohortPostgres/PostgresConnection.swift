#if PostgreSQL
    import CPostgres
    import KohortStore

    /// A session that is lent to one tenant at a time. Unchecked because it goes from thread to thread: the pool sees to
    /// it that only one has it.
    final class PostgresConnection: WriteConnection, @unchecked Sendable {
        private let connector: PostgresConnector
        /// Whom the server knows it as; nil as the address says.
        let login: PostgresLogin?
        private(set) var session: PostgresSession
        /// The schema that names without one are looked up in.
        private(set) var schema = ""
        /// The server's number of the transaction that was begun last; it rises from one to the next.
        private var transaction: Int64 = 0
        /// Whether the schema has a mark of its last commit, and whether there is anything to mark.
        private var (hasMark, hasChanged) = (false, false)

        init(_ connector: PostgresConnector, as login: PostgresLogin? = nil) throws {
            (self.connector, self.login) = (connector, login)
            session = try connector.session(as: login)
        }

        /// Has names looked up in a schema from the next statement on.
        func enter(_ schema: String) {
            if schema == self.schema { return }
            session.path = "set search_path to \"\(schema)\""
            self.schema = schema
        }

        /// One snapshot from the next statement on.
        func beginReading() { session.beginning = "begin isolation level repeatable read read only" }

        /// Undoes what is open, and waits for nobody: an answer is not kept back by the end of its snapshot.
        func leave() {
            session.beginning = nil
            if isInTransaction { session.send("rollback") }
        }

        @discardableResult func execute(_ sql: SQL) throws -> Int {
            let count = try run(sql) { Int(String(cString: PQcmdTuples($0))) }
            if count != 0 { hasChanged = true }
            return count ?? 0
        }

        func forEach(_ sql: SQL, _ body: (borrowing Tuple) throws -> Void) throws {
            try run(sql) { result in
                for row in 0..<PQntuples(result) { try body(Tuple(PostgresCells(result: result, row: row))) }
            }
        }

        /// By a cursor, as libpq hands over an answer only when all of it is there.
        func stream(_ sql: SQL, _ body: (borrowing Tuple) throws -> Void) throws {
            try execute("declare streamed no scroll cursor for " + sql)
            var isOver = false
            while !isOver {
                isOver = true
                try forEach("fetch 500 from streamed") { tuple in
                    isOver = false
                    try body(tuple)
                }
            }
            try execute("close streamed")
        }

        /// The lock makes every daemon's writes to a tenant one queue, so that a command may check and then write as in
        /// a file with a single writer. Whoever has it and does nothing loses it.
        func begin() throws { try begin(leavingMark: true) }

        /// Without a mark where the schema that would bear it is about to go.
        func begin(leavingMark: Bool) throws {
            session.beginning = "begin isolation level read committed"
            do {
                let lock: SQL = "select pg_advisory_xact_lock(hashtextextended(\(schema), 0))"
                let idle: SQL =
                    ", set_config('idle_in_transaction_session_timeout', \("\(session.idleSeconds)s"), true)"
                let rest: SQL = ", pg_current_xact_id()::text::bigint, to_regclass('commit_mark') is not null"
                try forEach(lock + idle + rest) { (transaction, hasMark) = (try $0[2], try $0[3]) }
                hasMark = hasMark && leavingMark
                hasChanged = false
            } catch {
                rollback()
                throw error
            }
        }

        /// Only what is deferrable can be deferred, and it costs nothing to be: it is looked at after each statement too.
        /// Nobody waits for the lock of a tenant that is being filled, and between its last row and the end of its archive
        /// lie all of its files.
        func deferReferences() throws {
            try execute("set local idle_in_transaction_session_timeout = 0")
            try execute(
                """
                do $$ declare reference record; begin
                    for reference in select conrelid::regclass as place, conname from pg_constraint
                        where contype = 'f' and connamespace = current_schema()::regnamespace and not condeferrable
                    loop
                        execute format('alter table %s alter constraint %I deferrable', reference.place, reference.conname);
                    end loop;
                end $$
                """)
            try execute("set constraints all deferred")
        }

        /// Leaves a mark where something was changed, which every daemon sees. The server answers a commit after a failed
        /// statement with a rollback and no error.
        func commit() throws {
            let mark = hasMark && hasChanged ? "update commit_mark set version = \(transaction); " : ""
            do {
                let ending = try mapped {
                    try session.run(script: mark + "commit") { String(cString: PQcmdStatus($0)) }
                }
                guard ending == "COMMIT" else { throw StoreFault.poisoned }
            } catch StoreFault.interrupted(let reason) {
                guard let hasCommitted = try? hasCommitted() else { throw StoreFault.undecided(reason) }
                guard hasCommitted else { throw StoreFault.interrupted(reason) }
            }
        }

        /// Whether the transaction took place although the answer to its commit was lost. The lock is free only when the
        /// server has ended the lost session.
        private func hasCommitted() throws -> Bool {
            let lost = String(transaction)
            try connectAnew()
            try begin()
            defer { rollback() }
            var status: String?
            try forEach("select pg_xact_status(cast(\(lost) as xid8))") { status = try $0[0] }
            return status == "committed"
        }

        private func connectAnew() throws {
            session = try connector.session(as: login)
            let entered = schema
            schema = ""
            enter(entered)
        }

        func rollback() { if isInTransaction { _ = try? execute("rollback") } }
        var isInTransaction: Bool { session.isInTransaction }

        private func run<Answer>(_ sql: SQL, _ read: (OpaquePointer) throws -> Answer) throws -> Answer {
            try mapped { try session.run(sql, read) }
        }

        /// A conflict with another transaction ends this one, and so does the loss of the connection: nothing of it
        /// remains, and it may be performed again.
        private func mapped<Answer>(_ body: () throws -> Answer) throws -> Answer {
            do { return try body() } catch let fault as PostgresFault {
                if fault.isConflict { rollback() }
                let isOver = fault.isConflict || fault.isEnding || !session.isConnected
                throw isOver ? StoreFault.interrupted(fault.message) : fault.inStore
            }
        }
    }
#endif
