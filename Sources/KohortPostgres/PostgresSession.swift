#if PostgreSQL
    import CPostgres
    import Glibc
    import KohortStore

    /// A session with the server and the statements that are prepared in it.
    final class PostgresSession {
        private static let settings = """
            set client_min_messages = warning; set bytea_output = hex; set extra_float_digits = 1; \
            set standard_conforming_strings = on
            """

        let handle: OpaquePointer
        var statements = PostgresStatements()
        /// What goes ahead of the next statement, in its round trip: where names are looked up, and a transaction's
        /// beginning.
        var (path, beginning): (String?, String?) = (nil, nil)
        /// How often an answer was waited for.
        var roundTrips = 0
        /// Whether what went ahead has failed, so that nobody can know where the session is.
        var isSpoiled = false
        private(set) var isAnswerDue = false

        init(_ server: PostgresServer, as login: PostgresLogin? = nil) throws {
            handle = try Self.connect(to: server, as: login)
            guard isConnected else { throw PostgresFault(nil, on: handle) }
            let timeouts =
                "lock_timeout = '\(server.lockSeconds)s'; set statement_timeout = '\(server.statementSeconds)s'"
            try run(script: "\(Self.settings); set \(timeouts)") { _ in }
        }

        deinit { PQfinish(handle) }

        /// Later words prevail, hence those that an address may change come before it. GSSAPI's search for tickets slows
        /// each connection down, and nobody here uses it.
        private static func connect(to server: PostgresServer, as login: PostgresLogin?) throws -> OpaquePointer {
            var words = ["gssencmode", "connect_timeout", "application_name", "dbname", "client_encoding"]
            var values = ["disable", "5", "kohort", server.address, "UTF8"]
            let own = [
                ("sslmode", server.encryption?.rawValue), ("user", login?.user),
                ("password", login?.password ?? server.password),
            ]
            for (word, value) in own {
                guard let value else { continue }
                words.append(word)
                values.append(value)
            }
            let copies = (words + values).map { strdup($0) }
            defer { copies.forEach { free($0) } }
            let pointers = copies.map { UnsafePointer<CChar>($0) }
            let handle = PQconnectdbParams(
                Array(pointers[..<words.count]) + [nil], Array(pointers[words.count...]) + [nil], 1)
            guard let handle else { throw StoreFault.unavailable("no memory for a connection") }
            return handle
        }

        var isConnected: Bool { PQstatus(handle) == CONNECTION_OK }
        var isInTransaction: Bool {
            [PQTRANS_INTRANS, PQTRANS_INERROR].contains { $0 == PQtransactionStatus(handle) }
        }
        var isIdle: Bool { isConnected && !isSpoiled && PQtransactionStatus(handle) == PQTRANS_IDLE }
        var socket: Int32 { PQsocket(handle) }

        /// A session at rest has nothing to say: one that can be read from is being ended by the server.
        var isBeingEnded: Bool {
            if isAnswerDue { return false }
            var state = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            return poll(&state, 1, 0) != 0
        }

        /// Runs several statements in one go and lends the last one's answer.
        func run<Answer>(script: String, _ read: (OpaquePointer) throws -> Answer) throws -> Answer {
            settle()
            roundTrips += 1
            let result = try checked(PQexec(handle, script))
            defer { PQclear(result) }
            return try read(result)
        }

        /// What the server keeps of a password, made here so that the password itself is in no statement.
        func verifier(of login: PostgresLogin) throws -> String {
            guard let text = PQencryptPasswordConn(handle, login.password, login.user, "scram-sha-256") else {
                throw PostgresFault(nil, on: handle)
            }
            defer { PQfreemem(text) }
            return String(cString: text)
        }

        /// Sends a statement whose answer nobody waits for; the next use of the session takes it in.
        func send(_ statement: String) {
            settle()
            isAnswerDue = PQsendQuery(handle, statement) == 1
        }

        /// Takes in the answer that nobody waited for.
        func settle() {
            guard isAnswerDue else { return }
            isAnswerDue = false
            while let result = PQgetResult(handle) { PQclear(result) }
        }

        func checked(_ result: OpaquePointer?) throws -> OpaquePointer {
            let isDone = [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains { $0 == PQresultStatus(result) }
            if let result, isDone { return result }
            defer { PQclear(result) }
            throw PostgresFault(result, on: handle)
        }
    }
#endif
