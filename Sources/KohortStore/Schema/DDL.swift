/// One statement of a migration. Column types are interpolated, since the engines name them differently:
/// `create table unit (id \(.text) primary key, size \(.integer) not null)`.
package struct DDL: Sendable, ExpressibleByStringInterpolation {
    fileprivate enum Part: Sendable {
        case literal(String)
        case type(ColumnType)
    }

    private let parts: [Part]
    private let appendOnlyTable: String?

    package init(stringLiteral text: String) {
        parts = [.literal(text)]
        appendOnlyTable = nil
    }

    package init(stringInterpolation: Interpolation) {
        parts = stringInterpolation.parts
        appendOnlyTable = nil
    }

    private init(appendOnly table: String) {
        parts = [.literal("append only: \(table)")]
        appendOnlyTable = table
    }

    /// The rows of `table` can be added and never changed or removed.
    package static func appendOnly(_ table: StaticString) -> DDL { DDL(appendOnly: "\(table)") }

    package func statements(in dialect: any Dialect) -> [String] {
        if let appendOnlyTable { return dialect.appendOnly(table: appendOnlyTable) }
        let text = rendered { dialect.word(for: $0) }
        return [text.hasPrefix("create table") ? text + dialect.tableSuffix : text]
    }

    /// The text with neutral type words; what checksums are made of.
    var canonical: String { rendered { "<\($0)>" } }

    /// The literal text alone, for tests that look for words that are not portable.
    package var literalText: String { rendered { _ in "" } }

    private func rendered(_ word: (ColumnType) -> String) -> String {
        parts.map { part in
            switch part {
            case .literal(let text): text
            case .type(let type): word(type)
            }
        }.joined()
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []
        package init(literalCapacity: Int, interpolationCount: Int) {}
        package mutating func appendLiteral(_ literal: String) { parts.append(.literal(literal)) }
        package mutating func appendInterpolation(_ type: ColumnType) { parts.append(.type(type)) }
    }
}
