/// One address for mail, at most 254 bytes, of the plain `local@domain` form; compared without case.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    /// As it was written, trimmed: what mail is sent to.
    package let text: String
    /// Lower-cased: what identity and uniqueness go by.
    package let key: String

    package init?(_ text: String) {
        let space = UInt8(ascii: " ")
        let end = text.utf8.lastIndex { $0 != space }.map { text.utf8.index(after: $0) } ?? text.startIndex
        let trimmed = String(Substring(text.utf8[..<end].drop { $0 == space }))
        guard Self.isPlain(trimmed.utf8) else { return nil }
        self.text = trimmed
        key = trimmed.lowercased()
    }

    /// Checked byte by byte: CR LF is one `Character`, so a check by character lets a header through.
    private static func isPlain(_ text: String.UTF8View) -> Bool {
        let halves = text.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        return text.count <= 254 && halves.count == 2 && isLocalPart(halves[0]) && isDomain(halves[1])
    }

    private static let special = Set("!#$%&'*+-/=?^_`{|}~.".utf8)

    private static func isLocalPart(_ local: Substring.UTF8View) -> Bool {
        let dot = UInt8(ascii: ".")
        guard (1...64).contains(local.count), local.first != dot, local.last != dot else { return false }
        return local.allSatisfy { $0.isAlphanumeric || special.contains($0) }
            && !zip(local, local.dropFirst()).contains { $0 == dot && $1 == dot }
    }

    private static func isDomain(_ domain: Substring.UTF8View) -> Bool {
        let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let hyphen = UInt8(ascii: "-")
        guard labels.count >= 2, (labels.last?.count ?? 0) >= 2 else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                && label.allSatisfy { $0.isAlphanumeric || $0 == hyphen }
        }
    }

    package var description: String { text }
    package static func == (left: EmailAddress, right: EmailAddress) -> Bool { left.key == right.key }
    package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension EmailAddress: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let address = EmailAddress(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an email address")
        }
        self = address
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
