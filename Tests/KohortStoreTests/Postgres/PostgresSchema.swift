#if PostgreSQL
    import Foundation
    import KohortStore
    import KohortTesting
    import Testing

    @testable import KohortPostgres

    /// A schema of a test's own with a table of notes, and connections that are in it.
    final class PostgresSchema {
        let name = "s_" + UUID().uuidString.lowercased().replacing("-", with: "")
        let address: String
        let connection: PostgresConnection

        init() throws {
            address = try #require(TestEngine.server)
            connection = try PostgresConnection(PostgresConnector(PostgresServer(address: address)))
            try connection.execute(SQL(stringLiteral: "create schema \(name)"))
            connection.enter(name)
            try connection.execute("create table note (title text)")
        }

        deinit { _ = try? connection.execute(SQL(stringLiteral: "drop schema \(name) cascade")) }

        func connect() throws -> PostgresConnection {
            let connection = try PostgresConnection(PostgresConnector(PostgresServer(address: address)))
            connection.enter(name)
            return connection
        }

        var titles: [String] { get throws { try answers(to: "select title from note order by title") } }

        func answers(to sql: SQL) throws -> [String] {
            var answers: [String] = []
            try connection.forEach(sql) { answers.append(try $0[0]) }
            return answers
        }
    }

    extension PostgresConnection {
        func answer(to sql: SQL) throws -> String? {
            var answer: String?
            try forEach(sql) { answer = try $0[0] }
            return answer
        }

        /// Ends the server's side of another connection.
        func end(_ other: PostgresConnection) throws {
            let process = try other.answer(to: "select pg_backend_pid()::text")
            try execute("select pg_terminate_backend(cast(\(process) as integer), 5000)")
        }
    }
#endif
