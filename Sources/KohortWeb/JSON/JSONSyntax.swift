import KohortCore

/// Tells whether a text is one JSON value (RFC 8259), without making anything of it.
struct JSONSyntax {
    private static let deepest = 128
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    private var depth = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    static func isValue(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var syntax = JSONSyntax(bytes)
            return syntax.takeValue() && syntax.place == bytes.count
        }
    }

    /// With the white space around it.
    private mutating func takeValue() -> Bool {
        takeSpace()
        defer { takeSpace() }
        switch next {
        case UInt8(ascii: "{"): return takeMembers()
        case UInt8(ascii: "["): return takeItems()
        case UInt8(ascii: "\""): return takeText()
        case UInt8(ascii: "t"): return take("true")
        case UInt8(ascii: "f"): return take("false")
        case UInt8(ascii: "n"): return take("null")
        default: return takeNumber()
        }
    }

    private mutating func takeMembers() -> Bool {
        takeList(to: UInt8(ascii: "}")) { syntax in
            syntax.takeSpace()
            guard syntax.takeText() else { return false }
            syntax.takeSpace()
            return syntax.take(":") && syntax.takeValue()
        }
    }

    private mutating func takeItems() -> Bool { takeList(to: UInt8(ascii: "]")) { $0.takeValue() } }

    private mutating func takeList(to end: UInt8, _ takeOne: (inout JSONSyntax) -> Bool) -> Bool {
        (place, depth) = (place + 1, depth + 1)
        defer { depth -= 1 }
        guard depth <= Self.deepest else { return false }
        takeSpace()
        if closes(with: end) { return true }
        while takeOne(&self) {
            if closes(with: end) { return true }
            guard take(",") else { return false }
        }
        return false
    }

    private mutating func takeText() -> Bool {
        guard take("\"") else { return false }
        while let byte = next, byte >= 0x20 {
            place += 1
            if byte == UInt8(ascii: "\"") { return true }
            if byte == UInt8(ascii: "\\"), !takeEscape() { return false }
        }
        return false
    }

    private mutating func takeEscape() -> Bool {
        guard let byte = next else { return false }
        place += 1
        if byte != UInt8(ascii: "u") { return "\"\\/bfnrt".utf8.contains(byte) }
        let digits = bytes[place...].prefix(4).prefix { $0.hexadecimalValue != nil }
        place += digits.count
        return digits.count == 4
    }

    private mutating func takeNumber() -> Bool {
        _ = take("-")
        guard take("0") || takeDigits() else { return false }
        if take("."), !takeDigits() { return false }
        guard take("e") || take("E") else { return true }
        _ = take("+") || take("-")
        return takeDigits()
    }

    private mutating func takeDigits() -> Bool {
        let start = place
        while let byte = next, byte.isDigit { place += 1 }
        return place > start
    }

    private mutating func takeSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private mutating func take(_ word: StaticString) -> Bool {
        let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[place...].starts(with: word) else { return false }
        place += word.count
        return true
    }

    private mutating func closes(with byte: UInt8) -> Bool {
        guard next == byte else { return false }
        place += 1
        return true
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }
}
