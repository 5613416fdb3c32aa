/// A table as its migrations leave it: what an archive holds the rows of.
package struct ArchivedTable: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        package let name: String
        package let type: ColumnType
    }

    package fileprivate(set) var name: String
    package fileprivate(set) var columns: [Column]

    private var names: String { columns.map(\.name).joined(separator: ", ") }

    /// All rows, in an order that depends on nothing but them; a reference to a
    /// row of the same table that may have a later key is declared deferrable.
    var selection: SQL {
        let order = columns.indices.map { "\($0 + 1)" }.joined(separator: ", ")
        return SQL(stringLiteral: "select \(names) from \(name) order by \(order)")
    }

    func insertion(of row: [ArchivedCell]) -> SQL {
        var sql = SQL(stringLiteral: "insert into \(name) (\(names)) values (")
        for (index, cell) in row.enumerated() { sql = index == 0 ? sql + "\(cell.value)" : sql + ", \(cell.value)" }
        return sql + ")"
    }
}

extension Schema {
    /// The tables in the order in which they may refer to each other. The engines' own tables are not among them.
    package var tables: [ArchivedTable] {
        modules.flatMap(\.migrations).flatMap(\.statements).map(\.canonical).reduce(into: []) { tables, statement in
            if let match = statement.wholeMatch(of: Self.creation) {
                tables.append(ArchivedTable(name: String(match.name), columns: Self.columns(String(match.rest))))
            } else if let match = statement.wholeMatch(of: Self.renaming) {
                for index in tables.indices where tables[index].name == match.from {
                    tables[index].name = String(match.to)
                }
            } else if let match = statement.wholeMatch(of: Self.addition) {
                let added = Self.columns(String(match.rest))
                for index in tables.indices where tables[index].name == match.name { tables[index].columns += added }
            } else if let match = statement.wholeMatch(of: Self.removal) {
                tables.removeAll { $0.name == match.name }
            }
        }
    }

    private static var creation: Regex<(Substring, name: Substring, rest: Substring)> {
        /create table (?<name>\w+) \((?<rest>[\s\S]*)/
    }
    private static var renaming: Regex<(Substring, from: Substring, to: Substring)> {
        /alter table (?<from>\w+) rename to (?<to>\w+)/
    }
    private static var addition: Regex<(Substring, name: Substring, rest: Substring)> {
        /alter table (?<name>\w+) add column (?<rest>[\s\S]*)/
    }
    private static var removal: Regex<(Substring, name: Substring)> { /drop table (?<name>\w+)/ }

    /// Every name that a type word follows; the canonical text spells types in angle brackets, and nothing else so.
    private static func columns(_ text: String) -> [ArchivedTable.Column] {
        text.matches(of: /(\w+) <(integer|real|text|blob)>/).compactMap { match in
            ColumnType(rawValue: String(match.2)).map { ArchivedTable.Column(name: String(match.1), type: $0) }
        }
    }
}
