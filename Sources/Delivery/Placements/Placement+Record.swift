import KohortCore
import KohortStore

extension Placement: Record {
    package static let table: StaticString = "placement"
    package static let columns: [StaticString] = [
        "id", "trainee", "part", "optional_part", "host", "unit", "starts_on", "ends_before", "paid_by",
    ]

    package init(_ tuple: borrowing Tuple) throws {
        (id, trainee) = (try tuple[0], try tuple[1])
        part = try Part(number: try tuple[2], optional: try tuple[3])
        (host, unit) = (try tuple[4], try tuple[5])
        period = try Period(from: try tuple[6], before: try tuple[7], of: "placement")
        paidBy = try tuple[8]
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, trainee.sqlValue, part.number.sqlValue, part.optional.sqlValue, host.sqlValue, unit.sqlValue,
            period.start.sqlValue, period.end.sqlValue, paidBy.sqlValue,
        ]
    }

    static let migration = Migration(
        "placements",
        [
            """
            create table placement (id \(.text) primary key, trainee \(.text) not null references trainee (id), \
            part \(.integer), optional_part \(.text), host \(.text) not null, unit \(.text), \
            starts_on \(.text) not null, ends_before \(.text) not null, paid_by \(.text) not null, \
            check (starts_on < ends_before), check ((part is null) <> (optional_part is null)), \
            check (paid_by in ('employer', 'host', 'consortium')))
            """,
            "create index placement_trainee on placement (trainee, starts_on)",
            "create index placement_host on placement (host, starts_on)",
        ])

    /// A trainee's placements, by their dates.
    static func all(of trainee: TraineeID, in read: borrowing Read) throws -> [Placement] {
        try read.all(Placement.self, "where trainee = \(trainee) order by starts_on, id")
    }
}

extension Placement.Part {
    fileprivate init(number: Int?, optional: Slug?) throws {
        switch (number, optional) {
        case (let number?, nil): self = .numbered(number)
        case (nil, let optional?): self = .optional(optional)
        default: throw StoreFault.unreadable("placement's part")
        }
    }

    var number: Int? {
        if case .numbered(let number) = self { number } else { nil }
    }

    var optional: Slug? {
        if case .optional(let slug) = self { slug } else { nil }
    }
}
