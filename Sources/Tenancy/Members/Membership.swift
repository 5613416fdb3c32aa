import KohortCore
import KohortStore

/// A membership of one or several organisations in the consortium, with from and to.
package struct Membership: DefinedRecord {
    package static let table: StaticString = "membership"
    package static let columns: [StaticString] = ["id", "slug", "from_date", "to_date", "definition"]

    package let id: MembershipID
    package let slug: Slug
    package let from: LocalDate
    /// The first day that is no longer in it; nil while it lasts.
    package let to: LocalDate?
    package let definition: MembershipDefinition

    init(id: MembershipID, _ definition: MembershipDefinition) {
        (self.id, slug, from, to) = (id, definition.slug, definition.from, definition.to)
        self.definition = definition
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, slug, from, to) = (try tuple[0], try tuple[1], try tuple[2], try tuple[3])
        definition = (try tuple[4] as KeptJSON).value
    }

    package var values: [SQLValue] {
        [id.sqlValue, slug.sqlValue, from.sqlValue, to.sqlValue, StoredJSON(definition).sqlValue]
    }

    static let migration = Migration(
        "memberships",
        [
            """
            create table membership (id \(.text) primary key, slug \(.text) not null unique, \
            from_date \(.text) not null, to_date \(.text), definition \(.text) not null, \
            check (to_date is null or from_date < to_date))
            """,
            """
            create table membership_holder (membership \(.text) not null references membership (id), \
            organisation \(.text) not null references organisation (id), primary key (membership, organisation))
            """,
            "create index membership_holder_organisation on membership_holder (organisation)",
        ])

    /// Makes the organisations that hold this membership those of its definition.
    func replaceHolders(_ organisations: [OrganisationID], in write: borrowing Write) throws {
        try write.execute("delete from membership_holder where membership = \(id)")
        for organisation in organisations {
            try write.execute(
                "insert into membership_holder (membership, organisation) values (\(id), \(organisation))")
        }
    }
}
