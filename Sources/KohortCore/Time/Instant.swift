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

    package static let length = 24

    /// ISO 8601 in UTC with milliseconds: `2011-02-14T22:59:59.999Z`.
    package var description: String { String(capacity: Self.length) { write(to: &$0) } }

    /// As `description`, `length` bytes.
    package func write(to text: inout OutputSpan<UInt8>) {
        let (days, rest) = milliseconds.quotientAndModulus(86_400_000)
        let (seconds, thousandths) = Int(rest).quotientAndModulus(1000)
        LocalDate(daysSince1970: Int(days)).write(to: &text)
        text.append(UInt8(ascii: "T"))
        text.append(2, digitsOf: seconds / 3600)
        text.append(UInt8(ascii: ":"))
        text.append(2, digitsOf: seconds / 60 % 60)
        text.append(UInt8(ascii: ":"))
        text.append(2, digitsOf: seconds % 60)
        text.append(UInt8(ascii: "."))
        text.append(3, digitsOf: thousandths)
        text.append(UInt8(ascii: "Z"))
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
