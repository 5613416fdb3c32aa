/// A statement in the SQL that both engines take: literal text, with every interpolated value bound, never spliced.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// The text between the values; one more than there are values.
    private(set) var literals: [String]
    package private(set) var values: [SQLValue]

    package init(stringLiteral text: String) {
        literals = [text]
        values = []
    }

    package init(stringInterpolation: Interpolation) { self = stringInterpolation.sql }

    /// The text with its values numbered `$1 $2 …`; also the key that engines cache the prepared statement by.
    package var text: String {
        guard literals.count > 1 else { return literals[0] }
        var text = literals[0]
        text.reserveCapacity(literals.reduce(0) { $0 + $1.utf8.count + 3 })
        for (number, literal) in literals.dropFirst().enumerated() {
            text += "$"
            text += String(number + 1)
            text += literal
        }
        return text
    }

    package static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum.append(right)
        return sum
    }

    fileprivate mutating func append(literal: String) { literals[literals.count - 1] += literal }

    fileprivate mutating func append(value: SQLValue) {
        values.append(value)
        literals.append("")
    }

    fileprivate mutating func append(_ other: SQL) {
        append(literal: other.literals[0])
        literals += other.literals.dropFirst()
        values += other.values
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var sql: SQL = ""

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) { sql.append(literal: literal) }
        package mutating func appendInterpolation(_ value: some Storable) { sql.append(value: value.sqlValue) }
        package mutating func appendInterpolation(_ value: (some Storable)?) {
            sql.append(value: value?.sqlValue ?? .null)
        }

        package mutating func appendInterpolation(_ value: SQLValue) { sql.append(value: value) }
        package mutating func appendInterpolation(_ fragment: SQL) { sql.append(fragment) }
        package mutating func appendInterpolation(_ names: Names) { sql.append(literal: names.text) }

        /// The values with commas between, for `in (…)`; an empty list becomes `null`, which nothing is in.
        package mutating func appendInterpolation(list values: some Collection<some Storable>) {
            appendInterpolation(list: values.map(\.sqlValue))
        }

        package mutating func appendInterpolation(list values: [SQLValue]) {
            if values.isEmpty { sql.append(literal: "null") }
            for (index, value) in values.enumerated() {
                if index > 0 { sql.append(literal: ", ") }
                sql.append(value: value)
            }
        }
    }
}

/// Names of tables or columns that the code itself spells out: a `StaticString` cannot come from a request.
package struct Names: Sendable {
    package let text: String
    package init(_ names: StaticString...) { self.init(names) }
    package init(_ names: [StaticString]) { text = names.map(\.description).joined(separator: ", ") }
}
