/// RFC 8259 strings.
enum JSONText {
    static func write(_ text: String, to bytes: inout [UInt8], escapingMarkup: Bool) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices where isSpecial(utf8[index]) {
                guard let escape = escape(utf8, index, escapingMarkup) else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                bytes += escape.text.utf8
                start = index + escape.length
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[min(start, utf8.count)...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether a byte may have to be escaped; nearly none is, so this is asked first.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0xE2, UInt8(ascii: "\""), UInt8(ascii: "\\"): true
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
        default: false
        }
    }

    private static func escape(
        _ utf8: UnsafeBufferPointer<UInt8>, _ index: Int, _ markup: Bool
    ) -> (text: String, length: Int)? {
        switch utf8[index] {
        case UInt8(ascii: "\""): ("\\\"", 1)
        case UInt8(ascii: "\\"): ("\\\\", 1)
        case 0x0A: ("\\n", 1)
        case 0x0D: ("\\r", 1)
        case 0x09: ("\\t", 1)
        case 0..<0x20: (unicode(utf8[index]), 1)
        case UInt8(ascii: "<") where markup, UInt8(ascii: ">") where markup, UInt8(ascii: "&") where markup:
            (unicode(utf8[index]), 1)
        case 0xE2: lineSeparator(utf8, index)
        default: nil
        }
    }

    /// U+2028 and U+2029 end a line in older JavaScript.
    private static func lineSeparator(
        _ utf8: UnsafeBufferPointer<UInt8>, _ index: Int
    ) -> (text: String, length: Int)? {
        guard index + 2 < utf8.count, utf8[index + 1] == 0x80 else { return nil }
        switch utf8[index + 2] {
        case 0xA8: return ("\\u2028", 3)
        case 0xA9: return ("\\u2029", 3)
        default: return nil
        }
    }

    private static func unicode(_ byte: UInt8) -> String {
        "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
