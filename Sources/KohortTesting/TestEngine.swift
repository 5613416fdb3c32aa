import KohortSQLite
import KohortStore

/// The engine that this run of the tests is about: SQLite in the test's own folder, or PostgreSQL where
/// `KOHORT_TEST_POSTGRES` says where a server is and the trait is on.
package enum TestEngine {
    package static func make(in folder: TestFolder) throws -> any Engine {
        #if PostgreSQL
            if let engine = try PostgresTestEngine.make() { return engine }
        #endif
        return try SQLiteEngine(folder: folder.path)
    }
}
