import KohortCore

/// Something to clarify before a programme can start (KS06-2).
package struct MatterDefinition: Equatable, Sendable, Codable {
    package let slug: Slug
    package let kind: MatterKind
    package let title: LocalizedText
    package let programme: Slug?
    package let assumed: [String]
}

/// The kinds of matters (KS06-2).
package enum MatterKind: String, Sendable, Codable, CaseIterable {
    case economic, legal, administrative
}

extension MatterDefinition {
    init(_ keys: Keys) {
        slug = keys["slug"].slug(declaring: .matter)
        kind = keys["kind"].word(or: .administrative)
        title = keys["title"].localized()
        programme = keys.optional("programme")?.slug(of: .programme)
        assumed = keys.assumed
    }
}
