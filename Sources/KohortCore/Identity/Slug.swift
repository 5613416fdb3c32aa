/// A name in an address: 1–40 of `[a-z0-9-]`, a letter or digit at both ends, and not reserved.
package struct Slug: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// Words that own a path of the server or a schema of the database, so that no slug may be one.
    package static let reserved: Set<String> = [
        "admin", "api", "static", "assets", "livez", "readyz", "metrics", "www", "public", ".well-known",
        "robots.txt", "sitemap.xml", "favicon.ico",
    ]

    package init(_ text: String) throws(SlugProblem) {
        if let problem = Self.problem(of: text) { throw problem }
        self.text = text
    }

    private static func problem(of text: String) -> SlugProblem? {
        if reserved.contains(text) || text.hasPrefix("pg_") { return .reserved }
        let bytes = Array(text.utf8)
        guard (1...40).contains(bytes.count) else { return .length }
        guard bytes.allSatisfy({ isPart($0) || $0 == UInt8(ascii: "-") }) else { return .characters }
        guard isPart(bytes[0]), isPart(bytes[bytes.count - 1]) else { return .ends }
        return nil
    }

    private static func isPart(_ byte: UInt8) -> Bool { byte.isLowercase || byte.isDigit }

    package var description: String { text }
    package static func < (left: Slug, right: Slug) -> Bool { left.text < right.text }
}

/// Why a text is not a slug; the raw value is the code that users' messages are looked up by.
package enum SlugProblem: String, Error, Equatable {
    case length = "slug.length"
    case characters = "slug.characters"
    case ends = "slug.ends"
    case reserved = "slug.reserved"
}

extension Slug: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do { self = try Slug(container.decode(String.self)) } catch let problem as SlugProblem {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: problem.rawValue)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
