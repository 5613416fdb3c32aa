import KohortCore
import KohortStore

/// Something to clarify before a programme can start, laid by the definition or raised by the lead (KS06-2).
package struct Matter: Record, Equatable {
    package static let table: StaticString = "matter"
    package static let columns: [StaticString] = [
        "id", "slug", "kind", "title", "programme", "raised_at", "settled_at", "settlement", "definition",
    ]

    package let id: MatterID
    /// Only of one that the definition lays.
    package let slug: Slug?
    package let kind: MatterKind
    package let title: LocalizedText
    package let programme: ProgrammeID?
    package let raisedAt: Instant
    /// Nil while it is open.
    package var settledAt: Instant?
    /// How it was settled, in the words of who settled it; may be empty.
    package var settlement: String
    package let definition: MatterDefinition?

    init(
        id: MatterID, kind: MatterKind, title: LocalizedText, programme: ProgrammeID?, raisedAt: Instant,
        definition: MatterDefinition? = nil
    ) {
        (self.id, slug, self.kind, self.title) = (id, definition?.slug, kind, title)
        (self.programme, self.raisedAt, settledAt, settlement) = (programme, raisedAt, nil, "")
        self.definition = definition
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, slug, kind) = (try tuple[0], try tuple[1], try tuple[2])
        title = (try tuple[3] as StoredJSON).value
        (programme, raisedAt, settledAt, settlement) = (try tuple[4], try tuple[5], try tuple[6], try tuple[7])
        definition = (try tuple[8] as StoredJSON?)?.value
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, slug.sqlValue, kind.sqlValue, StoredJSON(title).sqlValue, programme.sqlValue,
            raisedAt.sqlValue, settledAt.sqlValue, settlement.sqlValue, definition.map { StoredJSON($0) }.sqlValue,
        ]
    }

    static let migration = Migration(
        "matters",
        [
            """
            create table matter (id \(.text) primary key, slug \(.text) unique, kind \(.text) not null, \
            title \(.text) not null, programme \(.text) references programme (id), raised_at \(.integer) not null, \
            settled_at \(.integer), settlement \(.text) not null, definition \(.text), \
            check (kind in ('economic', 'legal', 'administrative')), \
            check ((slug is null) = (definition is null)))
            """
        ])
}

extension MatterKind: Storable {}
