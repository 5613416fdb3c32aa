import KohortCore
import KohortStore

/// That a talk took place. A mentor's has no content anywhere: compliance without content (BD-6).
package struct Talk: Record, Hashable {
    package static let table: StaticString = "talk"
    package static let columns: [StaticString] = ["id", "trainee", "placement", "kind", "held_on", "logged_at"]

    package let id: TalkID
    package let trainee: TraineeID
    /// Of a supervisor's talk.
    package let placement: PlacementID?
    package let kind: TalkKind
    package let heldOn: LocalDate
    package let loggedAt: Instant
}

/// Who talked, and about what.
package enum TalkKind: String, Hashable, Sendable, Codable, CaseIterable, Storable {
    /// The mentor's, about monthly (KS11-23).
    case mentor
    /// The supervisor's, in the course of a placement.
    case followUp = "follow_up"
    /// The supervisor's at its end (KS11-27).
    case final
}

extension Talk {
    package init(_ tuple: borrowing Tuple) throws {
        (id, trainee, placement) = (try tuple[0], try tuple[1], try tuple[2])
        (kind, heldOn, loggedAt) = (try tuple[3], try tuple[4], try tuple[5])
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, trainee.sqlValue, placement.sqlValue, kind.sqlValue, heldOn.sqlValue, loggedAt.sqlValue,
        ]
    }

    static let migration = Migration(
        "talks",
        [
            """
            create table talk (id \(.text) primary key, trainee \(.text) not null references trainee (id), \
            placement \(.text) references placement (id), kind \(.text) not null, held_on \(.text) not null, \
            logged_at \(.integer) not null, check (kind in ('mentor', 'follow_up', 'final')), \
            check ((kind = 'mentor') = (placement is null)))
            """,
            "create unique index talk_day on talk (trainee, kind, held_on)",
            "create unique index talk_final on talk (placement) where kind = 'final'",
        ])

    /// A trainee's talks by their days.
    static func all(of trainee: TraineeID, in read: borrowing Read) throws -> [Talk] {
        try read.all(Talk.self, "where trainee = \(trainee) order by held_on, id")
    }
}
