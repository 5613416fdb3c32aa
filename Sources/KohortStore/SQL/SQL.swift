/// A statement in the SQL that both engines take: literal text, with every interpolated value bound, never spliced.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// With `?` where a value stands; also the key that engines keep the prepared statement by. The literal text has no
    /// `?` of its own.
    package private(set) var text: String
    package private(set) var values: [SQLValue]

    package init(stringLiteral text: String) {
        (self.text, values) = ("", [])
        append(literal: text)
    }

    package init(stringInterpolation: Interpolation) { self = stringInterpolation.sql }

    package static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum.append(right)
        return sum
    }

    fileprivate mutating func append(literal: String) {
        assert(!literal.utf8.contains(UInt8(ascii: "?")), "a statement's own text has a ?: \(literal)")
        text += literal
    }

    fileprivate mutating func append(_ other: SQL) {
        text += other.text
        values += other.values
    }

    fileprivate mutating func append(value: SQLValue) {
        text += "?"
        values.append(value)
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var sql: SQL = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            sql.text.reserveCapacity(literalCapacity + interpolationCount)
            sql.values.reserveCapacity(interpolationCount)
        }

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
