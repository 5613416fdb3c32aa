import KohortCore

extension Place {
    /// A slug that names something new: the file has none of the same kind with the same slug.
    func slug(declaring kind: SlugKind) -> Slug {
        let slug = slug()
        if slug != ledger.standIn, !ledger.declare(slug, as: kind) {
            report(.slugDuplicate, allowed: "a slug that no other \(kind.rawValue) of the file has")
        }
        return slug
    }

    /// A slug that names something the file has, before or after this place.
    func slug(of kind: SlugKind) -> Slug {
        let slug = slug()
        if slug != ledger.standIn { ledger.refer(to: slug, of: kind, at: self) }
        return slug
    }

    func slug() -> Slug {
        let text = value("a slug: 1 to 40 of a-z, 0-9 and -") { $0 }
        guard let text else { return ledger.standIn }
        do throws(SlugProblem) { return try Slug(text) } catch {
            report(error.code, allowed: error.allowed)
            return ledger.standIn
        }
    }
}

extension SlugProblem {
    fileprivate var code: DefinitionProblem.Code { DefinitionProblem.Code(rawValue: rawValue) ?? .valueType }

    fileprivate var allowed: String {
        switch self {
        case .length: "1 to 40 characters"
        case .characters: "a-z, 0-9 and - only"
        case .ends: "a letter or digit at both ends"
        case .reserved:
            "a word that is not reserved (\(Listing.of(Slug.reserved.sorted()))) and does not begin with pg_"
        }
    }
}

extension Keys {
    /// Items that bear a slug of their own, each different within the list.
    func slugged<Item>(
        _ key: String, _ count: ClosedRange<Int> = 0...200, _ slug: (Item) -> Slug, _ read: (Keys) -> Item
    ) -> [Item] {
        var seen: Set<Slug> = [place.ledger.standIn]
        return list(key, count).map { item in
            let value = item.block(read)
            if slug(value) != place.ledger.standIn, !seen.insert(slug(value)).inserted {
                item.report(
                    .slugDuplicate, found: Found.quoted(slug(value).text), allowed: "a slug once in the list")
            }
            return value
        }
    }
}
