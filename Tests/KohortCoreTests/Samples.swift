import Foundation
import KohortCore
import Testing

func date(_ text: String) throws -> LocalDate { try #require(LocalDate(text)) }

func period(_ start: String, _ end: String) throws -> Period {
    try #require(Period(start: date(start), end: date(end)))
}

/// How a value is stored.
func stored(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}

func read<Value: Decodable>(_ json: String, as type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
}
