import KohortStore

struct SQLiteDialect: Dialect {
    func word(for type: ColumnType) -> String {
        switch type {
        case .integer: "INTEGER"
        case .real: "REAL"
        case .text: "TEXT"
        case .blob: "BLOB"
        }
    }

    var tableSuffix: String { " strict" }

    func appendOnly(table: String) -> [String] {
        ["update", "delete"].map { verb in
            """
            create trigger \(table)_no_\(verb) before \(verb) on \(table) \
            begin select raise(abort, '\(table) is append-only'); end
            """
        }
    }
}
