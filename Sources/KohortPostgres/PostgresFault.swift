#if PostgreSQL
    import CPostgres
    import KohortStore

    /// An answer of the server that is not one: its SQLSTATE, nil where the connection itself failed, and its message.
    /// Only the primary message: the detail repeats the values of the row.
    struct PostgresFault: Error {
        let state: String?
        let message: String

        /// A conflict between transactions: the whole transaction may succeed when it is performed again.
        var isConflict: Bool { state == "40001" || state == "40P01" }
        /// The server ends the session, and what was open in it with it: it stops, or the session was idle for too long.
        var isEnding: Bool { ["57P01", "57P02", "57P03", "57P05", "25P03"].contains(state) }
        /// What an answer to signing in says of whoever signs in, and not of a server in trouble.
        var isRefusal: Bool { state.map { !["08", "53", "57", "58", "XX"].contains($0.prefix(2)) } ?? false }
        /// A prepared statement whose columns have changed since (feature_not_supported).
        var isOutdated: Bool { state == "0A000" }

        /// In the store's own words, by the classes of PostgreSQL's appendix A.
        var inStore: StoreFault {
            guard let state else { return .unavailable(message) }
            switch state {
            case "53100": return .full
            case "25006", "25P03", "55P03": return .unavailable(message)
            case "XX001", "XX002": return .unavailable("corrupt: \(message)")
            default: return byClass(state.prefix(2))
            }
        }

        private func byClass(_ group: Substring) -> StoreFault {
            switch group {
            case "23": .constraint(message)
            case "08", "40", "53", "57", "58": .unavailable(message)
            default: .statement(message)
            }
        }
    }

    extension PostgresFault {
        /// Takes the error out of a result, or else out of the connection.
        init(_ result: OpaquePointer?, on connection: OpaquePointer) {
            state = Self.field("C", of: result)
            message = Self.field("M", of: result) ?? String(cString: PQerrorMessage(connection))
        }

        /// Why a connection could not be made, after another attempt at it: libpq tells the server's SQLSTATE only inside
        /// a wordy message, `FATAL:  28P01: password …`, where words may be in any language.
        init?(connectingAnew connection: OpaquePointer) {
            let message = String(cString: PQerrorMessage(connection))
            PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
            PQreset(connection)
            PQsetErrorVerbosity(connection, PQERRORS_DEFAULT)
            if PQstatus(connection) == CONNECTION_OK { return nil }
            let states = String(cString: PQerrorMessage(connection)).matches(of: #/:  ([0-9A-Z]{5}): /#)
            self.init(state: states.last.map { String($0.1) }, message: message)
        }

        /// The fields of PG_DIAG_SQLSTATE and PG_DIAG_MESSAGE_PRIMARY, macros that Swift does not see.
        private static func field(_ code: Unicode.Scalar, of result: OpaquePointer?) -> String? {
            PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
        }
    }
#endif
