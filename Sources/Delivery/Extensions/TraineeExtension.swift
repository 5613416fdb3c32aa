import KohortCore
import KohortStore

/// Days that a placement, and with it the programme, lasts longer than it was planned to (BD-3).
package struct TraineeExtension: Record, Hashable {
    package static let table: StaticString = "trainee_extension"
    package static let columns: [StaticString] = [
        "id", "trainee", "starts_on", "ends_before", "reason", "recorded_at",
    ]

    package let id: TraineeExtensionID
    package let trainee: TraineeID
    /// The days that were added.
    package let period: Period
    /// In the words of who extended it, for the lead and the employer alone.
    package let reason: String
    package let recordedAt: Instant

    init(id: TraineeExtensionID, trainee: TraineeID, period: Period, reason: String, recordedAt: Instant) {
        (self.id, self.trainee, self.period) = (id, trainee, period)
        (self.reason, self.recordedAt) = (reason, recordedAt)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (id, trainee) = (try tuple[0], try tuple[1])
        period = try Period(from: try tuple[2], before: try tuple[3], of: "extension")
        (reason, recordedAt) = (try tuple[4], try tuple[5])
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, trainee.sqlValue, period.start.sqlValue, period.end.sqlValue, reason.sqlValue,
            recordedAt.sqlValue,
        ]
    }

    static let migration = Migration(
        "trainee-extensions",
        [
            """
            create table trainee_extension (id \(.text) primary key, \
            trainee \(.text) not null references trainee (id), starts_on \(.text) not null, \
            ends_before \(.text) not null, reason \(.text) not null, recorded_at \(.integer) not null, \
            check (starts_on < ends_before))
            """,
            "create index trainee_extension_trainee on trainee_extension (trainee, starts_on)",
        ])

    static func all(of trainee: TraineeID, in read: borrowing Read) throws -> [TraineeExtension] {
        try read.all(TraineeExtension.self, "where trainee = \(trainee) order by starts_on, id")
    }
}

extension Read {
    /// The days that lengthened a trainee's placements beyond what the programme says: leaves and extensions.
    func addedDays(of trainee: TraineeID) throws -> [Period] {
        try Leave.all(of: trainee, in: self).map(\.period) + TraineeExtension.all(of: trainee, in: self).map(\.period)
    }
}
