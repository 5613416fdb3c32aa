#if PostgreSQL
    import Foundation
    import KohortPostgres
    import KohortStore

    /// A database of a test's own, dropped when the last reference goes: quicker than dropping what lies in it. Its owner
    /// is the server's, or an ordinary role of the same name that may make roles and no more.
    package final class TestDatabase: Sendable {
        package let address: String
        private let name: String
        private let server: PostgresConnections

        package init(on server: String, hasOrdinaryOwner: Bool = false) throws {
            name = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
            let owner = hasOrdinaryOwner ? " user=\(name) password=\(name)" : ""
            address = "\(server) dbname=\(name)\(owner)"
            self.server = PostgresConnections(PostgresServer(address: server))
            if hasOrdinaryOwner {
                try self.server.maintain("create role \(name) createrole login password '\(name)'")
            }
            let keeper = hasOrdinaryOwner ? "owner \(name)" : ""
            try self.server.maintain(
                "create database \(name) \(keeper) template template0 encoding UTF8 locale 'C'")
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
        deinit {
            try? server.maintain("drop database if exists \(name) with (force)")
            try? server.maintain("drop role if exists \(name)")
        }
    }
#else
    import KohortStore

    /// There is none without the trait: a run must not be about another engine than it says.
    package final class TestDatabase: Sendable {
        package let address = ""
        var schemas: [String] { get throws { [] } }
        package init(on server: String, hasOrdinaryOwner: Bool = false) throws {
            throw StoreFault.unavailable("PostgreSQL is asked for without its trait")
        }
    }
#endif
