import GRDB
import GRDBSQLite
import KohortStore

/// One handle at work. GRDB opens it and keeps its prepared statements; they are bound and stepped here, by position,
/// since GRDB's rows cost more than the step itself.
final class SQLiteConnection: WriteConnection {
    private let database: GRDB.Database
    private let limit: ReadLimit

    init(_ database: GRDB.Database, _ limit: ReadLimit) { (self.database, self.limit) = (database, limit) }

    @discardableResult func execute(_ sql: KohortStore.SQL) throws -> Int {
        try forEach(sql) { _ in }
        return database.changesCount
    }

    func forEach(_ sql: KohortStore.SQL, _ body: (borrowing Tuple) throws -> Void) throws {
        let prepared = try SQLiteFault.mapped { try keptOrNew(sql.text) }
        let statement = prepared.sqliteStatement
        defer {
            withExtendedLifetime(prepared) {
                sqlite3_reset(statement)
                sqlite3_clear_bindings(statement)
            }
        }
        for (index, value) in sql.values.enumerated() {
            let code = SQLiteCells.bind(value, to: statement, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw fault(code) }
        }
        try limit.limiting(statement) { try step(statement, body) }
    }

    private func step(_ statement: OpaquePointer, _ body: (borrowing Tuple) throws -> Void) throws {
        let tuple = Tuple(SQLiteCells(statement: statement))
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try body(tuple)
            case SQLITE_DONE: return
            case let code: throw fault(code)
            }
        }
    }

    /// Each row has the limit of a read for itself, since all of them take as long as whoever takes them.
    func stream(_ sql: KohortStore.SQL, _ body: (borrowing Tuple) throws -> Void) throws {
        try forEach(sql) { tuple in
            try body(tuple)
            limit.restart()
        }
    }

    /// The statement that is kept, or another one where that is at work further out.
    private func keptOrNew(_ text: String) throws -> GRDB.Statement {
        let kept = try database.cachedStatement(sql: text)
        return sqlite3_stmt_busy(kept.sqliteStatement) == 0 ? kept : try database.makeStatement(sql: text)
    }

    func pin() throws { try forEach("select 1 from sqlite_schema limit 1") { _ in } }
    func begin() throws { try execute("begin immediate") }
    func commit() throws { try execute("commit") }
    func deferReferences() throws { try execute("pragma defer_foreign_keys = on") }
    func rollback() { if isInTransaction { _ = try? execute("rollback") } }
    var isInTransaction: Bool { database.isInsideTransaction }

    private func fault(_ code: Int32) -> StoreFault {
        let message = database.sqliteConnection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? ""
        return SQLiteFault.fault(code: code, message: message)
    }
}
