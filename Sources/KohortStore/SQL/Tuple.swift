/// One row of an answer, lent while a statement stands on it, read by position. Inlinable, so that a column is read by code
/// that is compiled for its type.
package struct Tuple: ~Copyable {
    @usableFromInline let cells: any Cells

    package init(_ cells: any Cells) { self.cells = cells }

    package subscript<Value: Storable>(_ column: Int) -> Value {
        @inlinable get throws {
            guard let value = Value.read(cells, column) else {
                throw StoreFault.unreadable("column \(column) is not a \(Value.self)")
            }
            return value
        }
    }

    package subscript<Value: Storable>(_ column: Int) -> Value? {
        @inlinable get throws { cells.isNull(column) ? nil : try self[column] as Value }
    }
}
