import KohortCore
import KohortStore

/// A governance body of the consortium.
package struct Body: DefinedRecord {
    package static let table: StaticString = "body"
    package static let columns: [StaticString] = ["id", "slug", "definition"]

    package let id: BodyID
    package let slug: Slug
    package let definition: BodyDefinition

    init(id: BodyID, _ definition: BodyDefinition) {
        (self.id, slug, self.definition) = (id, definition.slug, definition)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, slug) = (try tuple[0], try tuple[1])
        definition = (try tuple[2] as KeptJSON).value
    }

    package var values: [SQLValue] { [id.sqlValue, slug.sqlValue, StoredJSON(definition).sqlValue] }

    static let migration = Migration(
        "bodies",
        ["create table body (id \(.text) primary key, slug \(.text) not null unique, definition \(.text) not null)"])
}
