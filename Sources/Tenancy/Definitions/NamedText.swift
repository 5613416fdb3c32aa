import KohortCore

/// One item of a list that people read: a purpose, a qualification goal, a field, a point of a checklist.
package struct NamedText: Hashable, Sendable, Codable {
    package let slug: Slug
    package let text: LocalizedText
}

extension NamedText {
    init(_ keys: Keys) {
        slug = keys["slug"].slug()
        text = keys["text"].localized(500)
    }
}

extension Keys {
    func texts(_ key: String) -> [NamedText] { slugged(key, 0...100, \.slug, NamedText.init) }
}
