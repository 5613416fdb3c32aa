import Foundation
import KohortCore

/// A Codable value in a text column, with sorted keys so that equal values are equal bytes.
package struct StoredJSON<Value: Codable & Sendable>: Storable {
    package let value: Value
    package init(_ value: Value) { self.value = value }

    package var sqlValue: SQLValue { JSONText.encode(value).map(SQLValue.text) ?? .null }

    package static func read(_ cells: any Cells, _ column: Int) -> StoredJSON? {
        guard let text = cells.text(column), let value = try? JSONText.decode(Value.self, from: text) else {
            return nil
        }
        return StoredJSON(value)
    }
}

/// JSON between values and text columns.
package enum JSONText {
    /// Nil only for what JSON cannot hold, such as a number that is not finite.
    package static func encode(_ value: some Encodable) -> String? { try? StoredJSONEncoder.text(of: value) }

    package static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

extension LocalizedText: Storable {
    package var sqlValue: SQLValue { StoredJSON(self).sqlValue }
    package static func read(_ cells: any Cells, _ column: Int) -> LocalizedText? {
        KeptJSON<LocalizedText>.read(cells, column)?.value
    }
}
