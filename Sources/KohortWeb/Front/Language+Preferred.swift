import KohortCore

extension Language {
    /// The language of those offered that an `Accept-Language` header (RFC 9110, 12.5.4) likes best; Norwegian of either form
    /// and Danish read bokmål.
    package static func preferred(
        by header: String?, among offered: [Language] = allCases, or fallback: Language
    ) -> Language {
        let wishes = (header ?? "").split(separator: ",").prefix(20).compactMap(wish).filter {
            offered.contains($0.language)
        }
        let best = wishes.enumerated().max { ($0.element.weight, $1.offset) < ($1.element.weight, $0.offset) }
        return best?.element.language ?? fallback
    }

    private static func wish(_ item: Substring) -> (language: Language, weight: Double)? {
        let parts = item.split(separator: ";").map { $0.trimming(while: { $0 == " " }) }
        guard let tag = parts.first?.split(separator: "-").first, let language = known(tag.lowercased()) else {
            return nil
        }
        let quality = parts.dropFirst().first { $0.hasPrefix("q=") }?.dropFirst(2)
        let weight = quality.map { Double($0) ?? 0 } ?? 1
        return weight > 0 ? (language, weight) : nil
    }

    private static func known(_ tag: String) -> Language? {
        switch tag {
        case "nb", "nn", "no", "da": .nb
        case "sv": .sv
        case "en": .en
        default: nil
        }
    }
}

extension Substring {
    func trimming(while isSpace: (Character) -> Bool) -> Substring {
        var rest = drop(while: isSpace)
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return rest
    }
}
