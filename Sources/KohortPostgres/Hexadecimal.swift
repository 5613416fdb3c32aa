#if PostgreSQL
    /// BYTEA as text: `\x` and two digits for each byte.
    enum Hexadecimal {
        private static let digits = Array("0123456789abcdef".utf8)

        static func written(_ bytes: [UInt8]) -> [UInt8] {
            var text = Array("\\x".utf8)
            text.reserveCapacity(2 + 2 * bytes.count)
            for byte in bytes {
                text.append(digits[Int(byte >> 4)])
                text.append(digits[Int(byte & 0xF)])
            }
            return text
        }

        /// Nil for anything that the server does not write.
        static func read(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
            guard text.count >= 2, text.count.isMultiple(of: 2), text[1] == UInt8(ascii: "x") else { return nil }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(text.count / 2 - 1)
            for index in stride(from: 2, to: text.count, by: 2) {
                guard let high = value(of: text[index]), let low = value(of: text[index + 1]) else { return nil }
                bytes.append(high << 4 | low)
            }
            return bytes
        }

        private static func value(of digit: UInt8) -> UInt8? {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
            default: nil
            }
        }
    }
#endif
