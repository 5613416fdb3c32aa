/// One item of a list that people read: a purpose, a qualification goal, a field, a point of a checklist.
package struct NamedText: Hashable, Sendable, Codable {
    package let slug: Slug
    package let text: LocalizedText

    package init(slug: Slug, text: LocalizedText) {
        self.slug = slug
        self.text = text
    }
}
