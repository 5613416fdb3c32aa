/// A typed identifier: a UUID version 7 (RFC 9562), so ids sort by the time they were made. Never a secret.
package struct ID<Tag>: Hashable, Sendable, Comparable {
    private let high: UInt64
    private let low: UInt64

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A fresh id whose first 48 bits are the milliseconds of `instant`.
    package static func new(at instant: Instant = .now) -> ID {
        let milliseconds = UInt64(max(0, instant.milliseconds)) & 0xFFFF_FFFF_FFFF
        let high = milliseconds << 16 | 0x7000 | UInt64.random(in: 0...0x0FFF)
        let low = UInt64.random(in: 0...UInt64.max) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        return ID(high: high, low: low)
    }

    /// Reads the canonical form, 36 characters with lower-case hexadecimal digits; anything else is nil.
    package init?(_ text: String) {
        var text = text
        guard let halves = text.withUTF8(Self.halves) else { return nil }
        self.init(high: halves.0, low: halves.1)
    }

    private static func halves(of bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64)? {
        guard bytes.count == 36 else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        for (position, byte) in bytes.enumerated() {
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard let nibble = nibble(byte) else { return nil }
                (high, low) = (high << 4 | low >> 60, low << 4 | nibble)
            }
        }
        return (high, low)
    }

    private static func nibble(_ byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
        default: nil
        }
    }

    package static func < (left: ID, right: ID) -> Bool { (left.high, left.low) < (right.high, right.low) }
}

extension ID: CustomStringConvertible {
    package static var length: Int { 36 }

    package var description: String { String(capacity: Self.length) { write(to: &$0) } }

    /// The canonical form, `length` bytes.
    package func write(to text: inout OutputSpan<UInt8>) {
        text.append(8, hexadecimalDigitsOf: high >> 32)
        text.append(UInt8(ascii: "-"))
        text.append(4, hexadecimalDigitsOf: high >> 16)
        text.append(UInt8(ascii: "-"))
        text.append(4, hexadecimalDigitsOf: high)
        text.append(UInt8(ascii: "-"))
        text.append(4, hexadecimalDigitsOf: low >> 48)
        text.append(UInt8(ascii: "-"))
        text.append(4, hexadecimalDigitsOf: low >> 32)
        text.append(8, hexadecimalDigitsOf: low)
    }
}

extension ID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = ID(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not an id: 36 characters of a UUID")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
