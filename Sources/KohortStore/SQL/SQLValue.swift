/// A value as both engines store it: 64-bit integer, double, text, bytes or null.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// The columns of the tuple that a statement stands on, read by position; only valid until the next step.
package protocol Cells {
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64?
    func real(_ column: Int) -> Double?
    func text(_ column: Int) -> String?
    func blob(_ column: Int) -> [UInt8]?
}

/// A type that is one column: how it is bound and how it is read back.
package protocol Storable: Sendable {
    var sqlValue: SQLValue { get }
    /// Nil when the column holds something else than this type writes.
    static func read(_ cells: any Cells, _ column: Int) -> Self?
}
