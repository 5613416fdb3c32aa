/// RFC 8259 strings.
enum JSONText {
    static func write(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        for index in utf8.indices where isSpecial(utf8[index]) {
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
            bytes += escape(utf8[index]).utf8
            start = index + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case 0x0A: "\\n"
        case 0x0D: "\\r"
        case 0x09: "\\t"
        default: "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Whether nothing has to be escaped, as in nearly every text: eight bytes are looked at in one.
    static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        let bytes = UnsafeRawBufferPointer(utf8)
        var index = 0
        while index + 8 <= bytes.count {
            if hasSpecial(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { return false }
            index += 8
        }
        return !utf8[index...].contains(where: isSpecial)
    }

    private static func hasSpecial(_ eight: UInt64) -> Bool {
        let controls = (eight &- ones &* 0x20) & ~eight
        let quotes = zeros(eight ^ ones &* UInt64(UInt8(ascii: "\"")))
        let slashes = zeros(eight ^ ones &* UInt64(UInt8(ascii: "\\")))
        return (controls | quotes | slashes) & (ones &* 0x80) != 0
    }

    /// The high bit of each byte that is zero; others may bear it too where a lower one is zero.
    private static func zeros(_ eight: UInt64) -> UInt64 { (eight &- ones) & ~eight }
    private static let ones: UInt64 = 0x0101_0101_0101_0101
}
