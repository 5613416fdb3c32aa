/// One address for mail, at most 254 bytes, of the plain `local@domain` form; compared without case.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    /// As it was written, trimmed: what mail is sent to.
    package let text: String
    /// Lower-cased: what identity and uniqueness go by.
    package let key: String

    package init?(_ text: String) {
        let trimmed = String(text.drop(while: { $0 == " " }).reversed().drop(while: { $0 == " " }).reversed())
        guard Self.isPlain(trimmed) else { return nil }
        self.text = trimmed
        key = trimmed.lowercased()
    }

    /// Checked scalar by scalar: CR LF is one `Character`, so a check by character lets a header through.
    private static func isPlain(_ text: String) -> Bool {
        let halves = text.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, halves.count == 2 else { return false }
        return isLocalPart(Substring(halves[0])) && isDomain(Substring(halves[1]))
    }

    private static func isLocalPart(_ local: Substring) -> Bool {
        let special = Set("!#$%&'*+-/=?^_`{|}~.".unicodeScalars)
        guard (1...64).contains(local.utf8.count), local.first != ".", local.last != ".", !local.contains("..") else {
            return false
        }
        return local.unicodeScalars.allSatisfy { isAlphanumeric($0) || special.contains($0) }
    }

    private static func isDomain(_ domain: Substring) -> Bool {
        let labels = domain.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, (labels.last?.count ?? 0) >= 2 else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != "-" && label.last != "-"
                && label.allSatisfy { isAlphanumeric($0) || $0 == "-" }
        }
    }

    private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
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
