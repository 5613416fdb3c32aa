#if PostgreSQL
    import CPostgres
    import Glibc
    import KohortStore

    /// A session with the server and the statements that are prepared in it.
    final class PostgresSession {
        private struct Statement: Hashable {
            let text: String
            let types: [Oid]

            /// The text with its values numbered `$1 $2 …`, as the server wants them.
            var numbered: String {
                let parts = text.split(separator: "?", omittingEmptySubsequences: false)
                return parts.dropFirst().enumerated().reduce(String(parts[0])) { $0 + "$\($1.offset + 1)" + $1.element }
            }
        }

        /// Lists in `in (…)` make a statement for each of their lengths, so there must be an end to them.
        private static let mostStatements = 256
        private static let settings = """
            set client_min_messages = warning; set bytea_output = hex; set extra_float_digits = 1; \
            set standard_conforming_strings = on
            """

        private let handle: OpaquePointer
        private var names: [Statement: String] = [:]
        private var prepared = 0

        init(_ server: PostgresServer) throws {
            handle = try Self.connect(to: server)
            guard isConnected else { throw PostgresFault(nil, on: handle) }
            let timeouts =
                "lock_timeout = '\(server.lockSeconds)s'; set statement_timeout = '\(server.statementSeconds)s'"
            try run(script: "\(Self.settings); set \(timeouts)") { _ in }
        }

        deinit { PQfinish(handle) }

        /// Later words prevail, hence those that an address may change come before it. GSSAPI's search for tickets slows
        /// each connection down, and nobody here uses it.
        private static func connect(to server: PostgresServer) throws -> OpaquePointer {
            var words = ["gssencmode", "connect_timeout", "application_name", "dbname", "client_encoding"]
            var values = ["disable", "5", "kohort", server.address, "UTF8"]
            for (word, value) in [("sslmode", server.encryption?.rawValue), ("password", server.password)] {
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
        var isIdle: Bool { isConnected && PQtransactionStatus(handle) == PQTRANS_IDLE }
        var socket: Int32 { PQsocket(handle) }

        /// A session at rest has nothing to say: one that can be read from is being ended by the server.
        var isBeingEnded: Bool {
            var state = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            return poll(&state, 1, 0) != 0
        }

        /// Runs one statement and lends its answer.
        func run<Answer>(_ sql: SQL, _ read: (OpaquePointer) throws -> Answer) throws -> Answer {
            let result = try answer(to: sql)
            defer { PQclear(result) }
            return try read(result)
        }

        /// Runs several statements in one go and lends the last one's answer.
        func run<Answer>(script: String, _ read: (OpaquePointer) throws -> Answer) throws -> Answer {
            let result = try checked(PQexec(handle, script))
            defer { PQclear(result) }
            return try read(result)
        }

        /// Statements without values begin and end transactions or make tables: those are not worth preparing, and
        /// must not need it.
        private func answer(to sql: SQL) throws -> OpaquePointer {
            if sql.values.isEmpty { return try checked(PQexecParams(handle, sql.text, 0, nil, nil, nil, nil, 0)) }
            let values = try PostgresValues(sql.values)
            let statement = Statement(text: sql.text, types: values.types)
            let name = try name(of: statement)
            do {
                return try checked(
                    values.withPointers { PQexecPrepared(handle, name, Int32($0.count), $0, nil, nil, 0) })
            } catch let fault as PostgresFault where fault.isOutdated {
                names[statement] = nil
                throw fault
            }
        }

        private func name(of statement: Statement) throws -> String {
            if let name = names[statement] { return name }
            if prepared == Self.mostStatements { try forgetStatements() }
            prepared += 1
            let name = "s\(prepared)"
            let count = Int32(statement.types.count)
            PQclear(try checked(PQprepare(handle, name, statement.numbered, count, statement.types)))
            names[statement] = name
            return name
        }

        private func forgetStatements() throws {
            PQclear(try checked(PQexec(handle, "deallocate all")))
            names = [:]
            prepared = 0
        }

        private func checked(_ result: OpaquePointer?) throws -> OpaquePointer {
            let isDone = [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains { $0 == PQresultStatus(result) }
            if let result, isDone { return result }
            defer { PQclear(result) }
            throw PostgresFault(result, on: handle)
        }
    }
#endif
