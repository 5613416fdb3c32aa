/// A struct that is a row of the one table it owns. The first column is its key.
package protocol Record: Sendable {
    static var table: StaticString { get }
    static var columns: [StaticString] { get }
    /// In the order of `columns`.
    var values: [SQLValue] { get }
    init(_ tuple: borrowing Tuple) throws
}

extension Record {
    static var selection: SQL { "select \(Names(columns)) from \(Names(table))" }

    var insertion: SQL {
        "insert into \(Names(Self.table)) (\(Names(Self.columns))) values (\(list: values))"
    }

    /// Sets every column but the key, where the key is this record's.
    var replacement: SQL {
        var assignments: SQL = ""
        for (index, column) in Self.columns.enumerated().dropFirst() {
            let assignment: SQL = "\(Names(column)) = \(values[index])"
            assignments = index == 1 ? assignment : assignments + ", " + assignment
        }
        return "update \(Names(Self.table)) set \(assignments) where \(Names(Self.columns[0])) = \(values[0])"
    }
}
