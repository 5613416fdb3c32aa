import KohortCore
import KohortStore

/// A common event of a cohort.
package struct Gathering: Record, Hashable {
    package static let table: StaticString = "gathering"
    package static let columns: [StaticString] = [
        "id", "cohort", "kind", "title", "place", "first_day", "last_day", "content", "content_fixed_at",
        "cancelled_at",
    ]

    package let id: GatheringID
    package let cohort: CohortID
    package let kind: GatheringKind
    package internal(set) var title: String
    package internal(set) var place: String
    package internal(set) var days: DaySpan
    /// What it is about; empty until it is fixed (KS11-32).
    package internal(set) var content: String
    package internal(set) var contentFixedAt: Instant?
    package internal(set) var cancelledAt: Instant?
}

/// The kinds of common events.
package enum GatheringKind: String, Hashable, Sendable, Codable, CaseIterable, Storable {
    case gathering, course, information
    case studyTrip = "study_trip"
    /// For those who follow the trainees up (KS11-31).
    case employerSeminar = "employer_seminar"
    /// Of the coordinators (KS11-37).
    case networkMeeting = "network_meeting"

    /// Whether trainees take part; otherwise it is for those around them.
    package var isForTrainees: Bool {
        switch self {
        case .gathering, .course, .studyTrip: true
        case .information, .employerSeminar, .networkMeeting: false
        }
    }
}

/// One or several days in a row, the last one included.
package struct DaySpan: Hashable, Sendable, Codable {
    package let first: LocalDate
    package let last: LocalDate

    /// Nil when it would end before it starts.
    package init?(first: LocalDate, last: LocalDate) {
        guard first <= last else { return nil }
        (self.first, self.last) = (first, last)
    }

    package var count: Int { last.daysSince1970 - first.daysSince1970 + 1 }
    package var all: [LocalDate] { (0..<count).map { first.adding(days: $0) } }
    package func contains(_ day: LocalDate) -> Bool { first <= day && day <= last }
}

extension Gathering {
    package init(_ tuple: borrowing Tuple) throws {
        (id, cohort, kind) = (try tuple[0], try tuple[1], try tuple[2])
        (title, place) = (try tuple[3], try tuple[4])
        guard let days = DaySpan(first: try tuple[5], last: try tuple[6]) else {
            throw StoreFault.unreadable("gathering's days")
        }
        self.days = days
        (content, contentFixedAt, cancelledAt) = (try tuple[7], try tuple[8], try tuple[9])
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, cohort.sqlValue, kind.sqlValue, title.sqlValue, place.sqlValue, days.first.sqlValue,
            days.last.sqlValue, content.sqlValue, contentFixedAt.sqlValue, cancelledAt.sqlValue,
        ]
    }

    static let migration = Migration(
        "gatherings",
        [
            """
            create table gathering (id \(.text) primary key, cohort \(.text) not null, kind \(.text) not null, \
            title \(.text) not null, place \(.text) not null, first_day \(.text) not null, \
            last_day \(.text) not null, content \(.text) not null, content_fixed_at \(.integer), \
            cancelled_at \(.integer), check (first_day <= last_day))
            """,
            "create index gathering_cohort on gathering (cohort, first_day)",
            """
            create table attendance (gathering \(.text) not null references gathering (id), \
            trainee \(.text) not null references trainee (id), attended_on \(.text) not null, \
            primary key (gathering, trainee, attended_on))
            """,
            "create index attendance_trainee on attendance (trainee)",
            """
            create table employer_attendance (gathering \(.text) not null references gathering (id), \
            organisation \(.text) not null, persons \(.integer) not null, primary key (gathering, organisation), \
            check (persons >= 0))
            """,
            """
            create table preparation (gathering \(.text) not null references gathering (id), \
            trainee \(.text) not null references trainee (id), note \(.text) not null, \
            prepared_at \(.integer) not null, primary key (gathering, trainee))
            """,
            """
            create table reflection (gathering \(.text) not null references gathering (id), \
            trainee \(.text) not null references trainee (id), outcome \(.text) not null, content \(.text) not null, \
            participation \(.text) not null, written_at \(.integer) not null, primary key (gathering, trainee))
            """,
        ])

    /// Those of a cohort that stand, by their dates.
    static func standing(in cohort: CohortID, _ read: borrowing Read) throws -> [Gathering] {
        try read.all(
            Gathering.self, "where cohort = \(cohort) and cancelled_at is null order by first_day, id")
    }

    func checkStands() throws(Rejection) {
        if cancelledAt != nil { throw .conflict("gathering.cancelled") }
    }
}
