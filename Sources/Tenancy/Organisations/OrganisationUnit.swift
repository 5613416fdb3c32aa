import KohortCore
import KohortStore

/// A department of an organisation.
package struct OrganisationUnit: Record, Equatable {
    package static let table: StaticString = "unit"
    package static let columns: [StaticString] = ["id", "organisation", "slug", "name", "listed"]

    package let id: UnitID
    package let organisation: OrganisationID
    package let slug: Slug
    /// In the consortium's default language.
    package let name: String
    /// Whether the definition still names it; one that it does not may still be the host of past placements.
    package let listed: Bool

    init(id: UnitID, organisation: OrganisationID, slug: Slug, name: String, listed: Bool = true) {
        (self.id, self.organisation, self.slug) = (id, organisation, slug)
        (self.name, self.listed) = (name, listed)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, organisation, slug) = (try tuple[0], try tuple[1], try tuple[2])
        (name, listed) = (try tuple[3], try tuple[4])
    }

    package var values: [SQLValue] {
        [id.sqlValue, organisation.sqlValue, slug.sqlValue, name.sqlValue, listed.sqlValue]
    }

    /// Makes an organisation's units those of its definition.
    static func replace(
        _ units: [UnitDefinition], of organisation: OrganisationID, _ language: Language, in write: borrowing Write
    ) throws {
        let stored = try write.all(OrganisationUnit.self, "where organisation = \(organisation)")
        try write.execute("update unit set listed = 0 where organisation = \(organisation)")
        for unit in units {
            let old = stored.first { $0.slug == unit.slug }
            let new = OrganisationUnit(
                id: old?.id ?? .new(at: write.now), organisation: organisation, slug: unit.slug,
                name: unit.name.text(in: language))
            if old == nil { try write.insert(new) } else { try write.update(new) }
        }
    }
}
