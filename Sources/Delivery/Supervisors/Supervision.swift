import KohortCore
import KohortStore

/// One person as the supervisor of one placement, with from and to.
package struct Supervision: Record, Hashable {
    package static let table: StaticString = "supervision"
    package static let columns: [StaticString] = [
        "id", "placement", "person", "holds_authority", "from_on", "until_on",
    ]

    package let id: SupervisionID
    package let placement: PlacementID
    package let person: PersonID
    /// The supervisor holds the employer's authority (KS11-28).
    package internal(set) var holdsAuthority: Bool
    package let from: LocalDate
    /// The day on which it ended; nil for who supervises now.
    package internal(set) var until: LocalDate?

    init(
        id: SupervisionID, placement: PlacementID, person: PersonID, holdsAuthority: Bool, from: LocalDate,
        until: LocalDate? = nil
    ) {
        (self.id, self.placement, self.person) = (id, placement, person)
        (self.holdsAuthority, self.from, self.until) = (holdsAuthority, from, until)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, placement, person) = (try tuple[0], try tuple[1], try tuple[2])
        (holdsAuthority, from, until) = (try tuple[3], try tuple[4], try tuple[5])
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, placement.sqlValue, person.sqlValue, holdsAuthority.sqlValue, from.sqlValue, until.sqlValue,
        ]
    }

    static let migration = Migration(
        "supervisions",
        [
            """
            create table supervision (id \(.text) primary key, \
            placement \(.text) not null references placement (id), person \(.text) not null, \
            holds_authority \(.integer) not null, from_on \(.text) not null, until_on \(.text), \
            check (holds_authority in (0, 1)))
            """,
            "create unique index supervision_now on supervision (placement) where until_on is null",
            "create index supervision_placement on supervision (placement)",
            "create index supervision_person on supervision (person)",
        ])

    static func current(of placement: PlacementID, in read: borrowing Read) throws -> Supervision? {
        try read.first(Supervision.self, "where placement = \(placement) and until_on is null")
    }

    /// Of all placements of a trainee, the first first.
    static func all(of trainee: TraineeID, in read: borrowing Read) throws -> [Supervision] {
        try read.all(
            Supervision.self,
            "where placement in (select id from placement where trainee = \(trainee)) order by from_on, id")
    }
}
