/// How an engine spells what portable SQL cannot: column types, and tables that only grow.
package protocol Dialect: Sendable {
    func word(for type: ColumnType) -> String
    /// What follows the closing parenthesis of `create table`.
    var tableSuffix: String { get }
    /// Statements that make the database itself refuse to change or delete a table's rows.
    func appendOnly(table: String) -> [String]
}

/// The column types there are.
package enum ColumnType: String, Sendable { case integer, real, text, blob }
