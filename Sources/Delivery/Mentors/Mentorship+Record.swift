import KohortCore
import KohortStore

extension Mentorship: Record {
    package static let table: StaticString = "mentorship"
    package static let columns: [StaticString] = [
        "id", "trainee", "person", "employed_by", "state", "named_at", "from_on", "until_on",
    ]

    package init(_ tuple: borrowing Tuple) throws {
        (id, trainee, person, employedBy) = (try tuple[0], try tuple[1], try tuple[2], try tuple[3])
        (state, namedAt, from, until) = (try tuple[4], try tuple[5], try tuple[6], try tuple[7])
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, trainee.sqlValue, person.sqlValue, employedBy.sqlValue, state.sqlValue,
            namedAt.sqlValue, from.sqlValue, until.sqlValue,
        ]
    }

    static let migration = Migration(
        "mentorships",
        [
            """
            create table mentorship (id \(.text) primary key, trainee \(.text) not null references trainee (id), \
            person \(.text) not null, employed_by \(.text), state \(.text) not null, named_at \(.integer) not null, \
            from_on \(.text), until_on \(.text), \
            check (state in ('proposed', 'active', 'declined', 'ended')), \
            check (state <> 'active' or (from_on is not null and until_on is null)))
            """,
            "create unique index mentorship_active on mentorship (trainee) where state = 'active'",
            "create unique index mentorship_proposed on mentorship (trainee) where state = 'proposed'",
            "create index mentorship_trainee on mentorship (trainee)",
            "create index mentorship_person on mentorship (person)",
        ])

    /// A trainee's mentors, the first named first.
    static func all(of trainee: TraineeID, in read: borrowing Read) throws -> [Mentorship] {
        try read.all(Mentorship.self, "where trainee = \(trainee) order by named_at, id")
    }

    /// The mentor and the one proposed.
    static func open(of trainee: TraineeID, in read: borrowing Read) throws -> [Mentorship] {
        try all(of: trainee, in: read).filter(\.state.isOpen)
    }
}

extension Mentorship.State: Storable {}
