import KohortCore
import KohortStore

/// A date in the consortium's calendar.
package struct Occasion: DefinedRecord {
    package static let table: StaticString = "occasion"
    package static let columns: [StaticString] = ["id", "slug", "first_day", "last_day", "definition"]

    package let id: OccasionID
    package let slug: Slug
    package let firstDay: LocalDate
    package let lastDay: LocalDate
    package let definition: OccasionDefinition

    init(id: OccasionID, _ definition: OccasionDefinition) {
        (self.id, slug) = (id, definition.slug)
        (firstDay, lastDay) = (definition.firstDay, definition.lastDay)
        self.definition = definition
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, slug, firstDay, lastDay) = (try tuple[0], try tuple[1], try tuple[2], try tuple[3])
        definition = (try tuple[4] as KeptJSON).value
    }

    package var values: [SQLValue] {
        [id.sqlValue, slug.sqlValue, firstDay.sqlValue, lastDay.sqlValue, StoredJSON(definition).sqlValue]
    }

    static let migration = Migration(
        "occasions",
        [
            """
            create table occasion (id \(.text) primary key, slug \(.text) not null unique, \
            first_day \(.text) not null, last_day \(.text) not null, definition \(.text) not null, \
            check (first_day <= last_day))
            """,
            "create index occasion_first_day on occasion (first_day)",
        ])
}
