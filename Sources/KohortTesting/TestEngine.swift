import Foundation
import KohortSQLite
import KohortStore

/// The engine that this run of the tests is about: SQLite in the test's own folder, or PostgreSQL where
/// `KOHORT_TEST_POSTGRES` says where a server is.
package enum TestEngine {
    /// The server's connection string, where there is a server.
    package static let server = ProcessInfo.processInfo.environment["KOHORT_TEST_POSTGRES"]

    /// Whether several processes may have a database open; on SQLite one owns its folder.
    package static var isShared: Bool { server != nil }

    /// The tables of the tenant's database, without those that the shared engine has for itself.
    package static var tables: SQL {
        if server == nil { return "select name from sqlite_master where type = 'table' and name not like 'sqlite%'" }
        return """
            select table_name from information_schema.tables where table_schema = current_schema()
                and table_type = 'BASE TABLE' and table_name not in ('commit_mark', 'file_content', 'file_piece')
            """
    }

    /// Throws where a server is named and the trait is off: a run must not be about another engine than it says.
    package static func make(in folder: TestFolder) throws -> any Engine {
        if server == nil { return try SQLiteEngine(folder: folder.path) }
        #if PostgreSQL
            return try PostgresTestEngine()
        #else
            throw StoreFault.unavailable("PostgreSQL is asked for without its trait")
        #endif
    }
}
