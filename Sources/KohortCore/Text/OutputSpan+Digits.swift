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

    /// The last hexadecimal digits of a number, in lower case.
    mutating func append(_ width: Int, hexadecimalDigitsOf number: UInt64) {
        var rest = number << UInt64(64 - width * 4)
        for _ in 0..<width {
            let digit = UInt8(truncatingIfNeeded: rest >> 60)
            append(UInt8(ascii: "0") &+ digit &+ (digit > 9 ? 39 : 0))
            rest <<= 4
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
