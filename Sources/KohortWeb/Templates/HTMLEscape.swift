/// Escapes text for HTML, attributes in either kind of quotes included, byte by byte. A quote followed by a combining
/// mark is one `Character` and passes by any escaper that looks for characters.
package enum HTMLEscape {
    package static func escaped(_ text: String) -> String {
        var html: [UInt8] = []
        append(text, to: &html)
        return String(decoding: html, as: UTF8.self)
    }

    static func append(_ text: String, to html: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices {
                guard let entity = entity(bytes[index]) else { continue }
                html.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                html.append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
                start = index + 1
            }
            html.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }

    private static func entity(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
