import KohortCore

extension NamedText {
    init(_ keys: Keys) {
        let slug: Slug = keys["slug"].slug()
        let text: LocalizedText = keys["text"].localized(500)
        self.init(slug: slug, text: text)
    }
}

extension Keys {
    func texts(_ key: String) -> [NamedText] { slugged(key, 0...100, \.slug, NamedText.init) }
}
