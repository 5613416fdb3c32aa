import KohortCore
import KohortStore

extension Trainee: Record {
    package static let table: StaticString = "trainee"
    package static let columns: [StaticString] = [
        "id", "cohort", "person", "name", "employer", "entrance", "source", "field", "contract", "state", "starts_on",
        "ends_before", "probation_until", "probation_reason", "entered_at", "ended_on", "end_reason",
    ]

    package init(_ tuple: borrowing Tuple) throws {
        (id, cohort, person, name) = (try tuple[0], try tuple[1], try tuple[2], try tuple[3])
        (employer, entrance, source) = (try tuple[4], try tuple[5], try tuple[6])
        (field, contract, state) = (try tuple[7], try tuple[8], try tuple[9])
        period = try Period(from: try tuple[10], before: try tuple[11], of: "trainee")
        (probationUntil, probationReason) = (try tuple[12], try tuple[13])
        (enteredAt, endedOn, endReason) = (try tuple[14], try tuple[15], try tuple[16])
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, cohort.sqlValue, person.sqlValue, name.sqlValue, employer.sqlValue, entrance.sqlValue,
            source.sqlValue, field.sqlValue, contract.sqlValue, state.sqlValue, period.start.sqlValue,
            period.end.sqlValue, probationUntil.sqlValue, probationReason.sqlValue, enteredAt.sqlValue,
            endedOn.sqlValue, endReason.sqlValue,
        ]
    }

    static let migration = Migration(
        "trainees",
        [
            """
            create table trainee (id \(.text) primary key, cohort \(.text) not null, person \(.text) not null, \
            name \(.text) not null, employer \(.text) not null, entrance \(.text) not null, \
            source \(.text) not null unique, field \(.text) not null, contract \(.text) not null, \
            state \(.text) not null, starts_on \(.text) not null, ends_before \(.text) not null, \
            probation_until \(.text), probation_reason \(.text), entered_at \(.integer) not null, \
            ended_on \(.text), end_reason \(.text), check (starts_on < ends_before), \
            check (entrance in ('application', 'nomination', 'entry')), \
            check (contract in ('permanent', 'temporary')), \
            check (state in ('blocked', 'enrolled', 'completed', 'hired_early', 'withdrawn', 'removed')), \
            check ((state in ('blocked', 'enrolled')) = (ended_on is null)))
            """,
            "create unique index trainee_once on trainee (cohort, person) where state <> 'removed'",
            "create index trainee_cohort on trainee (cohort, employer)",
            "create index trainee_person on trainee (person)",
        ])
}

extension TraineeState: Storable {}
extension WithdrawalReason: Storable {}
extension Enrolment.Entrance: Storable {}

extension Period {
    /// A period that lies in two columns.
    init(from start: LocalDate, before end: LocalDate, of table: String) throws {
        guard let period = Period(start: start, end: end) else { throw StoreFault.unreadable("\(table) \(start)") }
        self = period
    }
}
