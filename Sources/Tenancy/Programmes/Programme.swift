import KohortCore
import KohortStore

/// A programme as it stands now; the rules of its versions stand in `ProgrammeVersion`.
package struct Programme: DefinedRecord {
    package static let table: StaticString = "programme"
    package static let columns: [StaticString] = [
        "id", "slug", "state", "published", "takes_interest", "version", "definition",
    ]

    package let id: ProgrammeID
    package let slug: Slug
    package let state: ProgrammeState
    package let published: Bool
    package let takesInterest: Bool
    /// The number of the newest version, from 1.
    package let version: Int
    package let definition: ProgrammeDefinition

    init(id: ProgrammeID, version: Int, _ definition: ProgrammeDefinition) {
        (self.id, slug, state, self.version) = (id, definition.slug, definition.state, version)
        (published, takesInterest) = (definition.published, definition.takesInterest)
        self.definition = definition
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, slug, state) = (try tuple[0], try tuple[1], try tuple[2])
        (published, takesInterest, version) = (try tuple[3], try tuple[4], try tuple[5])
        definition = (try tuple[6] as KeptJSON).value
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, slug.sqlValue, state.sqlValue, published.sqlValue, takesInterest.sqlValue, version.sqlValue,
            StoredJSON(definition).sqlValue,
        ]
    }

    static let migration = Migration(
        "programmes",
        [
            """
            create table programme (id \(.text) primary key, slug \(.text) not null unique, state \(.text) not null, \
            published \(.integer) not null, takes_interest \(.integer) not null, version \(.integer) not null, \
            definition \(.text) not null, check (state in ('planned', 'active', 'closed')), check (version > 0))
            """,
            """
            create table programme_version (programme \(.text) not null references programme (id), \
            number \(.integer) not null, label \(.text) not null, rules \(.text) not null, \
            made_at \(.integer) not null, primary key (programme, number))
            """,
        ])
}

extension ProgrammeState: Storable {}
