import KohortSQLite
import KohortStore

/// The engine that this run of the tests is about: SQLite in the test's own folder.
package enum TestEngine {
    package static func make(in folder: TestFolder) throws -> any Engine { try SQLiteEngine(folder: folder.path) }
}
