import Foundation

/// A point in time in whole milliseconds since 1970-01-01T00:00:00Z, as stored.
package struct Instant: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static var now: Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    package func adding(_ duration: Duration) -> Instant {
        let parts = duration.components
        return Instant(milliseconds: milliseconds + parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000)
    }

    package func adding(days: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(days) * 86_400_000) }

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// ISO 8601 in UTC with milliseconds: `2011-02-14T22:59:59.999Z`.
    package var description: String {
        let (days, rest) = milliseconds.quotientAndModulus(86_400_000)
        let date = LocalDate(daysSince1970: Int(days))
        let (seconds, thousandths) = Int(rest).quotientAndModulus(1000)
        var text = date.bytes
        text.reserveCapacity(24)
        text.append(UInt8(ascii: "T"))
        text.append(digitsOf: seconds / 3600, width: 2)
        text.append(UInt8(ascii: ":"))
        text.append(digitsOf: seconds / 60 % 60, width: 2)
        text.append(UInt8(ascii: ":"))
        text.append(digitsOf: seconds % 60, width: 2)
        text.append(UInt8(ascii: "."))
        text.append(digitsOf: thousandths, width: 3)
        text.append(UInt8(ascii: "Z"))
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads exactly what `description` writes.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 24, let date = LocalDate(text.prefix(10)) else { return nil }
        let parts = [11..<13, 14..<16, 17..<19, 20..<23].map { range in
            Int64(String(decoding: bytes[range], as: UTF8.self)) ?? -1
        }
        let seconds = (parts[0] * 60 + parts[1]) * 60 + parts[2]
        self.init(milliseconds: (Int64(date.daysSince1970) * 86_400 + seconds) * 1000 + parts[3])
        guard description == text else { return nil }
    }

    package init(from decoder: any Decoder) throws {
        self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

extension BinaryInteger {
    /// Division that rounds towards minus infinity, so that the remainder is never negative.
    func quotientAndModulus(_ divisor: Self) -> (quotient: Self, modulus: Self) {
        let modulus = (self % divisor + divisor) % divisor
        return ((self - modulus) / divisor, modulus)
    }
}

extension [UInt8] {
    /// Appends a number that is not negative, with zeros before it up to a width.
    mutating func append(digitsOf number: Int, width: Int) {
        if width > 1 || number > 9 { append(digitsOf: number / 10, width: width - 1) }
        append(UInt8(ascii: "0") + UInt8(number.magnitude % 10))
    }
}
