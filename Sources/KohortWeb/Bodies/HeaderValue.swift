import KohortCore

/// A header's value with its parameters: `form-data; name="cv"; filename*=UTF-8''cv.pdf` (RFC 9110, 5.6.6; RFC 2183).
struct HeaderValue: Hashable, Sendable {
    /// The first part, in lower case.
    let value: String
    /// By name in lower case.
    let parameters: [String: String]

    /// Nil when it is malformed or names a parameter twice.
    init?(_ text: String) {
        var scanner = HeaderScanner(text)
        guard let value = scanner.value() else { return nil }
        var parameters: [String: String] = [:]
        while !scanner.isAtEnd {
            guard let (name, value) = scanner.parameter(), parameters.updateValue(value, forKey: name) == nil else {
                return nil
            }
        }
        (self.value, self.parameters) = (value, parameters)
    }
}

/// Walks a header's value by bytes, since CR LF is one `Character`.
private struct HeaderScanner {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) { rest = Array(text.utf8)[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func value() -> String? {
        skipSpace()
        let bytes = take { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
        return bytes.isEmpty ? nil : String(validating: bytes, as: UTF8.self)?.lowercased()
    }

    mutating func parameter() -> (name: String, value: String)? {
        skipSpace()
        guard rest.popFirst() == UInt8(ascii: ";") else { return nil }
        skipSpace()
        let name = take { HeaderToken.contains($0) }
        guard !name.isEmpty, rest.popFirst() == UInt8(ascii: "=") else { return nil }
        guard let value = rest.first == UInt8(ascii: "\"") ? quoted() : plain() else { return nil }
        skipSpace()
        return (String(decoding: name, as: UTF8.self).lowercased(), value)
    }

    private mutating func plain() -> String? {
        let bytes = take { HeaderToken.contains($0) || $0 >= 0x80 || $0 == UInt8(ascii: "/") }
        return bytes.isEmpty ? nil : String(validating: bytes, as: UTF8.self)
    }

    /// A backslash quotes only a quote or itself: some browsers sent whole Windows paths unquoted.
    private mutating func quoted() -> String? {
        rest.removeFirst()
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") { return String(validating: bytes, as: UTF8.self) }
            let isQuoting = byte == UInt8(ascii: "\\") && [UInt8(ascii: "\""), UInt8(ascii: "\\")].contains(rest.first)
            bytes.append(isQuoting ? rest.removeFirst() : byte)
        }
        return nil
    }

    private mutating func skipSpace() { _ = take { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

    private mutating func take(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let taken = rest.prefix(while: isWanted)
        rest = rest.dropFirst(taken.count)
        return taken
    }
}

/// The characters of a token (RFC 9110, 5.6.2).
enum HeaderToken {
    private static let symbols = Set("!#$%&'*+-.^_`|~".utf8)

    static func contains(_ byte: UInt8) -> Bool { byte.isAlphanumeric || symbols.contains(byte) }
}
