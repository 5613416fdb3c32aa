#if PostgreSQL
    import Foundation
    import KohortPostgres
    import KohortStore

    /// A database of a test's own, dropped when the last reference goes: quicker than dropping what lies in it.
    final class TestDatabase: Sendable {
        let address: String
        private let name: String
        private let server: PostgresConnections

        init(on server: String) throws {
            name = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
            address = "\(server) dbname=\(name)"
            self.server = PostgresConnections(PostgresServer(address: server))
            try self.server.maintain("create database \(name) template template0 encoding UTF8 locale 'C'")
        }

        var schemas: [String] {
            get throws {
                let registry = try PostgresEngine(PostgresConnections(PostgresServer(address: address))).openRegistry()
                var names: [String] = []
                try registry.read(reader: 0) {
                    try $0.forEach("select nspname from pg_namespace") { names.append(try $0[0]) }
                }
                return names
            }
        }

        /// Whoever is still connected to it has ended with the test.
        deinit { try? server.maintain("drop database if exists \(name) with (force)") }
    }
#else
    import KohortStore

    /// There is none without the trait: a run must not be about another engine than it says.
    final class TestDatabase: Sendable {
        let address = ""
        var schemas: [String] { get throws { [] } }
        init(on server: String) throws { throw StoreFault.unavailable("PostgreSQL is asked for without its trait") }
    }
#endif
