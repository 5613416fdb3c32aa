#if PostgreSQL
    import CPostgres
    import KohortStore

    /// A session that is lent to one tenant at a time. Unchecked because it goes from thread to thread: the pool sees to
    /// it that only one has it.
    final class PostgresConnection: WriteConnection, @unchecked Sendable {
        private let address: String
        private(set) var session: PostgresSession
        /// The schema that names without one are looked up in.
        private(set) var schema = ""
        /// The server's number of the transaction that was begun last.
        private var transaction = ""

        init(_ address: String) throws {
            self.address = address
            session = try Self.mapped { try PostgresSession(address) }
        }

        func enter(_ schema: String) throws {
            if schema == self.schema { return }
            try execute("select set_config('search_path', \(schema), false)")
            self.schema = schema
        }

        @discardableResult func execute(_ sql: SQL) throws -> Int {
            try run(sql) { Int(String(cString: PQcmdTuples($0))) ?? 0 }
        }

        func forEach(_ sql: SQL, _ body: (borrowing Tuple) throws -> Void) throws {
            try run(sql) { result in
                for row in 0..<PQntuples(result) { try body(Tuple(PostgresCells(result: result, row: row))) }
            }
        }

        /// The lock makes every daemon's writes to a tenant one queue, so that a command may check and then write as in
        /// a file with a single writer.
        func begin() throws {
            try execute("begin isolation level read committed")
            do {
                let lock: SQL = "select pg_advisory_xact_lock(hashtextextended(\(schema), 0))"
                try forEach(lock + ", pg_current_xact_id()::text") { transaction = try $0[1] }
            } catch {
                rollback()
                throw error
            }
        }

        func deferReferences() throws { try execute("set constraints all deferred") }

        /// The server answers a commit after a failed statement with a rollback and no error.
        func commit() throws {
            do {
                let ending = try run("commit") { String(cString: PQcmdStatus($0)) }
                guard ending == "COMMIT" else { throw StoreFault.poisoned }
            } catch {
                guard try !session.isConnected && hasCommitted() else { throw error }
            }
        }

        /// Whether the transaction took place although the answer to its commit was lost. The lock is free only when the
        /// server has ended the lost session.
        private func hasCommitted() throws -> Bool {
            let lost = transaction
            try connectAnew()
            try begin()
            defer { rollback() }
            var status: String?
            try forEach("select pg_xact_status(cast(\(lost) as xid8))") { status = try $0[0] }
            return status == "committed"
        }

        private func connectAnew() throws {
            session = try Self.mapped { try PostgresSession(address) }
            let entered = schema
            schema = ""
            try enter(entered)
        }

        func rollback() { if isInTransaction { _ = try? execute("rollback") } }
        var isInTransaction: Bool { session.isInTransaction }

        /// A conflict with another transaction ends this one, so that the lane performs its jobs again one by one.
        private func run<Answer>(_ sql: SQL, _ read: (OpaquePointer) throws -> Answer) throws -> Answer {
            do { return try session.run(sql, read) } catch let fault as PostgresFault {
                if fault.isConflict { rollback() }
                throw fault.inStore
            }
        }

        private static func mapped<Answer>(_ body: () throws -> Answer) throws -> Answer {
            do { return try body() } catch let fault as PostgresFault { throw fault.inStore }
        }
    }
#endif
