import KohortCore

/// What may stand in a tag.
enum TemplateName {
    /// A letter, then letters, digits and `_`.
    static func isName(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, first.isAlphanumeric, !first.isDigit else { return false }
        return text.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "_") }
    }

    /// The path of a template: names and hyphens between slashes.
    static func isPath(_ text: some StringProtocol) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { $0.isAlphanumeric || "_-/".utf8.contains($0) }
    }
}
