/// Writes a value as JSON with its members in the order of their names: byte for byte what Foundation's encoder makes with
/// sorted keys and plain slashes, in a fraction of its time, which every command would pay for its events and letters. It
/// knows nothing of dates, data and addresses of Foundation's own, which no stored value has.
///
/// All containers write into one array. One that was nested is over when the one around it goes on.
final class StoredJSONEncoder: Encoder {
    private struct Opened {
        let start: Int
        let end: UInt8
        var members: [(name: String, start: Int)] = []
        var isEmpty = true
    }

    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]
    private(set) var bytes: [UInt8] = []
    private var open: [Opened] = []

    static func text(of value: some Encodable) throws -> String {
        let encoder = StoredJSONEncoder()
        try encoder.write(value, at: 0)
        return String(decoding: encoder.bytes, as: UTF8.self)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(StoredJSONMembers(encoder: self, depth: begin("{", "}")))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { StoredJSONItems(encoder: self, depth: begin("[", "]")) }
    func singleValueContainer() -> any SingleValueEncodingContainer { StoredJSONSingle(encoder: self) }

    /// Answers how deep what is written into it lies.
    private func begin(_ start: Unicode.Scalar, _ end: Unicode.Scalar) -> Int {
        open.append(Opened(start: bytes.count, end: UInt8(ascii: end)))
        bytes.append(UInt8(ascii: start))
        return open.count
    }

    func beginItem(at depth: Int) {
        close(to: depth)
        if !open[depth - 1].isEmpty { bytes.append(UInt8(ascii: ",")) }
        open[depth - 1].isEmpty = false
    }

    func beginMember(_ name: String, at depth: Int) {
        beginItem(at: depth)
        open[depth - 1].members.append((name, bytes.count))
        write(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// A value of its own; one that writes nothing is an object without members.
    func write(_ value: some Encodable, at depth: Int) throws {
        let start = bytes.count
        try value.encode(to: self)
        close(to: depth)
        if bytes.count == start { write(literal: "{}") }
    }

    func write(literal: String) { bytes += literal.utf8 }

    func write<Number: BinaryFloatingPoint & CustomStringConvertible>(_ number: Number) throws {
        guard number.isFinite else {
            throw EncodingError.invalidValue(number, .init(codingPath: [], debugDescription: "not a number of JSON"))
        }
        let text = number.description
        write(literal: text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }

    func write(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices where Self.isEscaped(utf8[index]) {
                bytes += utf8[start..<index]
                write(literal: Self.escape(utf8[index]))
                start = index + 1
            }
            bytes += utf8[start...]
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        default: "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }

    private func close(to depth: Int) {
        while open.count > depth, let ended = open.popLast() {
            sort(ended)
            bytes.append(ended.end)
        }
    }

    private func sort(_ object: Opened) {
        let members = object.members
        if zip(members, members.dropFirst()).allSatisfy({ Self.precedes($0.name, $1.name) }) { return }
        let ends = members.dropFirst().map { $0.start - 1 } + [bytes.count]
        let texts = zip(members, ends).sorted { Self.precedes($0.0.name, $1.0.name) }.map { bytes[$0.0.start..<$0.1] }
        bytes.replaceSubrange((object.start + 1)..., with: Array(texts.joined(separator: [UInt8(ascii: ",")])))
    }

    private static func precedes(_ name: String, _ other: String) -> Bool {
        name.utf8.lexicographicallyPrecedes(other.utf8)
    }
}
