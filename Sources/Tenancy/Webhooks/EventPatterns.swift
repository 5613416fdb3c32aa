import KohortCore

/// Which events an endpoint wants, by name: `recruitment.offer.made`, all that begins with `recruitment.offer.*`, or `*`.
package struct EventPatterns: Hashable, Sendable, Codable {
    package static let most = 20
    package let texts: [String]

    /// Reports what is not a pattern for the field `events`. No pattern at all is `*`.
    init(_ texts: [String], problems: inout [FieldProblem]) {
        let trimmed = texts.filter { !$0.isEmpty }
        self.texts = trimmed.isEmpty ? ["*"] : trimmed
        if trimmed.count > Self.most {
            problems.append(FieldProblem("events", "webhook.events.too_many", ["limit": String(Self.most)]))
        } else if !trimmed.allSatisfy(Self.isPattern) {
            problems.append(FieldProblem("events", "webhook.events.invalid"))
        }
    }

    package func match(_ name: String) -> Bool {
        texts.contains { $0.hasSuffix("*") ? name.hasPrefix($0.dropLast()) : name == $0 }
    }

    /// Words of small letters, digits and underscores with dots between; the last one may be a star.
    private static func isPattern(_ text: String) -> Bool {
        guard text.utf8.count <= 100 else { return false }
        let words = text.split(separator: ".", omittingEmptySubsequences: false)
        return words.indices.allSatisfy { index in
            if words[index] == "*" { return index == words.count - 1 }
            return !words[index].isEmpty && words[index].utf8.allSatisfy(isName)
        }
    }

    private static func isName(_ byte: UInt8) -> Bool { byte.isLowercase || byte.isDigit || byte == UInt8(ascii: "_") }
}
