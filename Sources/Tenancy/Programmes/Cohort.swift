import KohortCore
import KohortStore

/// One intake of a programme.
package struct Cohort: DefinedRecord {
    package static let table: StaticString = "cohort"
    package static let columns: [StaticString] = [
        "id", "slug", "programme", "version", "state", "from_date", "to_date", "definition",
    ]

    package let id: CohortID
    package let slug: Slug
    package let programme: ProgrammeID
    /// The version of the programme it runs by.
    package let version: Int
    package let state: CohortState
    package let period: Period?
    package let definition: CohortDefinition

    init(id: CohortID, programme: ProgrammeID, version: Int, _ definition: CohortDefinition) {
        (self.id, self.programme, self.version) = (id, programme, version)
        (slug, state, period) = (definition.slug, definition.state, definition.period)
        self.definition = definition
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, slug, programme) = (try tuple[0], try tuple[1], try tuple[2])
        (version, state) = (try tuple[3], try tuple[4])
        let (from, to): (LocalDate?, LocalDate?) = (try tuple[5], try tuple[6])
        period = from.flatMap { from in to.flatMap { Period(start: from, end: $0) } }
        definition = (try tuple[7] as KeptJSON).value
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, slug.sqlValue, programme.sqlValue, version.sqlValue, state.sqlValue,
            (period?.start).sqlValue, (period?.end).sqlValue, StoredJSON(definition).sqlValue,
        ]
    }

    static let migration = Migration(
        "cohorts",
        [
            """
            create table cohort (id \(.text) primary key, slug \(.text) not null unique, \
            programme \(.text) not null references programme (id), version \(.integer) not null, \
            state \(.text) not null, from_date \(.text), to_date \(.text), definition \(.text) not null, \
            check (state in ('planned', 'running', 'historic')), \
            check (state = 'historic' or from_date is not null), check (from_date < to_date), \
            foreign key (programme, version) references programme_version (programme, number))
            """,
            """
            create table participation (cohort \(.text) not null references cohort (id), \
            membership \(.text) not null references membership (id), primary key (cohort, membership))
            """,
        ])

    /// Makes the memberships that take part those of its definition.
    func replaceParticipations(_ memberships: [MembershipID], in write: borrowing Write) throws {
        try write.execute("delete from participation where cohort = \(id)")
        for membership in memberships {
            try write.execute("insert into participation (cohort, membership) values (\(id), \(membership))")
        }
    }
}

extension CohortState: Storable {}
