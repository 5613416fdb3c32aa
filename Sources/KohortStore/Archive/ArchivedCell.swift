import Foundation

/// One column of one row, in JSON: null, a number, a text, or bytes as `{"base64":…}`.
struct ArchivedCell: Codable, Hashable, Sendable {
    private enum Key: String, CodingKey { case base64 }

    let value: SQLValue

    init(_ value: SQLValue) { self.value = value }

    /// What stands in a column of the row that a statement stands on.
    init(_ tuple: borrowing Tuple, _ column: Int, _ type: ColumnType) throws {
        switch type {
        case .integer: value = (try tuple[column] as Int64?).map(SQLValue.integer) ?? .null
        case .real: value = (try tuple[column] as Double?).map(SQLValue.real) ?? .null
        case .text: value = (try tuple[column] as String?).map(SQLValue.text) ?? .null
        case .blob: value = (try tuple[column] as [UInt8]?).map(SQLValue.blob) ?? .null
        }
    }

    /// As the column's type has it: 3 in a column of fractions is 3.0. Nil where the column cannot hold it.
    func fitting(_ type: ColumnType) -> ArchivedCell? {
        switch (type, value) {
        case (_, .null), (.integer, .integer), (.real, .real), (.text, .text), (.blob, .blob): self
        case (.real, .integer(let number)): ArchivedCell(.real(Double(number)))
        default: nil
        }
    }

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: Key.self) {
            value = .blob(Array(try object.decode(Data.self, forKey: .base64)))
            return
        }
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            value = .null
        } else if let number = try? single.decode(Int64.self) {
            value = .integer(number)
        } else if let number = try? single.decode(Double.self) {
            value = .real(number)
        } else {
            value = .text(try single.decode(String.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        if case .blob(let bytes) = value {
            var object = encoder.container(keyedBy: Key.self)
            return try object.encode(Data(bytes), forKey: .base64)
        }
        var single = encoder.singleValueContainer()
        switch value {
        case .integer(let number): try single.encode(number)
        case .real(let number): try single.encode(number)
        case .text(let text): try single.encode(text)
        case .null, .blob: try single.encodeNil()
        }
    }
}
