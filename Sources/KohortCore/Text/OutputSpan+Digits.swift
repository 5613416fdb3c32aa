extension OutputSpan<UInt8> {
    package mutating func append(digitsOf number: Int64) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var (rest, unit) = (number.magnitude, UInt64(1))
        while rest / unit > 9 { unit *= 10 }
        while unit > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit))
            (rest, unit) = (rest % unit, unit / 10)
        }
    }

    /// The last digits of a number that is not negative, with zeros before them.
    mutating func append(_ width: Int, digitsOf number: Int) {
        if width > 1 { append(width - 1, digitsOf: number / 10) }
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    /// The last hexadecimal digits of a number, eight at most, in lower case.
    mutating func append(_ width: Int, hexadecimalDigitsOf number: UInt64) {
        withUnsafeBytes(of: Self.hexadecimalDigits(of: number).bigEndian) { digits in
            digits.withMemoryRebound(to: UInt8.self) { append(UnsafeBufferPointer(rebasing: $0.suffix(width))) }
        }
    }

    /// The last eight digits as characters, the first one in the highest byte: all at once, each half of what is left
    /// moved to its own bytes, and then 0 to 9 made "0" to "9" and 10 to 15 "a" to "f".
    private static func hexadecimalDigits(of number: UInt64) -> UInt64 {
        var digits = number & 0xFFFF_FFFF
        digits = (digits | digits << 16) & 0x0000_FFFF_0000_FFFF
        digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FF
        digits = (digits | digits << 4) & 0x0F0F_0F0F_0F0F_0F0F
        let letters = (digits + 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return digits + 0x3030_3030_3030_3030 + letters * 39
    }

    /// As one copy, where a loop would look at the room for each byte.
    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        withUnsafeMutableBufferPointer { room, count in
            _ = UnsafeMutableBufferPointer(rebasing: room[count...]).update(fromContentsOf: bytes)
            count += bytes.count
        }
    }
}

extension String {
    /// Of so many bytes at most, all ASCII.
    init(capacity: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
        self.init(unsafeUninitializedCapacity: capacity) { room in
            var bytes = OutputSpan(buffer: room, initializedCount: 0)
            write(&bytes)
            return bytes.finalize(for: room)
        }
    }
}
