import KohortCore
import KohortStore

/// A round as the definition plans it. The round itself belongs to recruitment, which lays it under the same id.
package struct RoundPlan: DefinedRecord {
    package static let table: StaticString = "round_plan"
    package static let columns: [StaticString] = ["id", "slug", "cohort", "definition"]

    package let id: RoundID
    package let slug: Slug
    package let cohort: CohortID
    package let definition: RoundDefinition

    init(id: RoundID, cohort: CohortID, _ definition: RoundDefinition) {
        (self.id, self.cohort, slug) = (id, cohort, definition.slug)
        self.definition = definition
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, slug, cohort) = (try tuple[0], try tuple[1], try tuple[2])
        definition = (try tuple[3] as KeptJSON).value
    }

    package var values: [SQLValue] {
        [id.sqlValue, slug.sqlValue, cohort.sqlValue, StoredJSON(definition).sqlValue]
    }

    static let migration = Migration(
        "round-plans",
        [
            """
            create table round_plan (id \(.text) primary key, slug \(.text) not null unique, \
            cohort \(.text) not null references cohort (id), definition \(.text) not null)
            """
        ])
}
