import KohortCore
import KohortStore

/// A member, host or partner of the consortium.
package struct Organisation: DefinedRecord {
    package static let table: StaticString = "organisation"
    package static let columns: [StaticString] = ["id", "slug", "name", "kind", "definition"]

    package let id: OrganisationID
    package let slug: Slug
    /// In the consortium's default language.
    package let name: String
    package let kind: OrganisationKind
    package let definition: OrganisationDefinition

    init(id: OrganisationID, _ definition: OrganisationDefinition, _ language: Language) {
        (self.id, slug, kind) = (id, definition.slug, definition.kind)
        name = definition.name.text(in: language)
        self.definition = definition
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, slug, name, kind) = (try tuple[0], try tuple[1], try tuple[2], try tuple[3])
        definition = (try tuple[4] as KeptJSON).value
    }

    package var values: [SQLValue] {
        [id.sqlValue, slug.sqlValue, name.sqlValue, kind.sqlValue, StoredJSON(definition).sqlValue]
    }

    static let migration = Migration(
        "organisations",
        [
            """
            create table organisation (id \(.text) primary key, slug \(.text) not null unique, \
            name \(.text) not null, kind \(.text) not null, definition \(.text) not null)
            """,
            """
            create table unit (id \(.text) primary key, organisation \(.text) not null references organisation (id), \
            slug \(.text) not null, name \(.text) not null, listed \(.integer) not null, \
            check (listed in (0, 1)), unique (organisation, slug))
            """,
        ])
}

extension OrganisationKind: Storable {}
