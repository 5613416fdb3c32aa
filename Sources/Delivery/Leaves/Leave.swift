import KohortCore
import KohortStore

/// A time in which a trainee was away; the programme is longer by it (BD-3).
package struct Leave: Record, Hashable {
    package static let table: StaticString = "leave"
    package static let columns: [StaticString] = ["id", "trainee", "starts_on", "ends_before", "reason", "recorded_at"]

    package let id: LeaveID
    package let trainee: TraineeID
    package let period: Period
    package let reason: LeaveReason
    package let recordedAt: Instant

    init(id: LeaveID, trainee: TraineeID, period: Period, reason: LeaveReason, recordedAt: Instant) {
        (self.id, self.trainee, self.period) = (id, trainee, period)
        (self.reason, self.recordedAt) = (reason, recordedAt)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, trainee) = (try tuple[0], try tuple[1])
        period = try Period(from: try tuple[2], before: try tuple[3], of: "leave")
        (reason, recordedAt) = (try tuple[4], try tuple[5])
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, trainee.sqlValue, period.start.sqlValue, period.end.sqlValue, reason.sqlValue,
            recordedAt.sqlValue,
        ]
    }

    static let migration = Migration(
        "leaves",
        [
            """
            create table leave (id \(.text) primary key, trainee \(.text) not null references trainee (id), \
            starts_on \(.text) not null, ends_before \(.text) not null, reason \(.text) not null, \
            recorded_at \(.integer) not null, check (starts_on < ends_before), \
            check (reason in ('illness', 'parental', 'care', 'studies', 'service', 'other')))
            """,
            "create index leave_trainee on leave (trainee, starts_on)",
        ])

    static func all(of trainee: TraineeID, in read: borrowing Read) throws -> [Leave] {
        try read.all(Leave.self, "where trainee = \(trainee) order by starts_on, id")
    }
}

/// Why a trainee was away; a closed list, for the lead and the employer alone.
package enum LeaveReason: String, Hashable, Sendable, Codable, CaseIterable, Storable {
    case illness, parental, care, studies
    /// Military or civil.
    case service
    case other
}

extension Leave {
    /// Placements after a leave: the one that it begins in ends later by the leave's days, and all after it move.
    static func redated(_ placements: [Placement], by leave: Period) -> [Placement] {
        placements.redated(around: leave.start, days: leave.days)
    }
}

extension [Placement] {
    /// The one that a day lies in ends later by so many days, and all that begin after that day move; earlier where the
    /// number is below zero.
    func redated(around day: LocalDate, days: Int) -> [Placement] {
        map { placement in
            var placement = placement
            if placement.period.contains(day) {
                placement.period = placement.period.lengthened(days: days)
            } else if day < placement.period.start {
                placement.period = placement.period.moved(days: days)
            }
            return placement
        }
    }
}

extension Period {
    func lengthened(days: Int) -> Period { Period(start: start, end: end.adding(days: days)) ?? self }

    func moved(days: Int) -> Period {
        Period(start: start.adding(days: days), end: end.adding(days: days)) ?? self
    }
}
