import Mustache

/// Escapes text for HTML, attributes in either kind of quotes included, byte by byte. A quote followed by a combining
/// mark is one `Character` and passes by any escaper that looks for characters, swift-mustache's own included.
package enum HTMLEscape {
    package static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { entity($0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + text.utf8.count / 4)
        for byte in text.utf8 {
            if let entity = entity(byte) { bytes += entity.utf8 } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func entity(_ byte: UInt8) -> String? {
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

/// What templates escape by. swift-mustache starts each template and each partial with an escaper of its own, so every
/// one of ours begins with the line that chooses this.
struct HTMLContentType: MustacheContentType {
    static let pragma = "{{% CONTENT_TYPE: KOHORT}}\n"

    static func register() { MustacheContentTypes.register(HTMLContentType(), named: "KOHORT") }

    func escapeText(_ text: String) -> String { HTMLEscape.escaped(text) }
}
