import KohortCore
import KohortStore

/// What became of a trainee: a talk about continued employment, an offer, its acceptance, a permanent hire. Each is a
/// fact of its own with its own date, since they are different counts (ROM-6).
package struct OutcomeFact: Record, Hashable {
    package static let table: StaticString = "outcome_fact"
    package static let columns: [StaticString] = ["trainee", "kind", "on_date", "recorded_at"]
    package let trainee: TraineeID
    package let kind: OutcomeKind
    package let on: LocalDate
    package let recordedAt: Instant

    init(trainee: TraineeID, kind: OutcomeKind, on: LocalDate, recordedAt: Instant) {
        (self.trainee, self.kind) = (trainee, kind)
        (self.on, self.recordedAt) = (on, recordedAt)
    }

    package init(_ tuple: borrowing Tuple) throws {
        (trainee, kind, on, recordedAt) = (try tuple[0], try tuple[1], try tuple[2], try tuple[3])
    }

    package var values: [SQLValue] { [trainee.sqlValue, kind.sqlValue, on.sqlValue, recordedAt.sqlValue] }

    static let migration = Migration(
        "outcome-facts",
        [
            """
            create table outcome_fact (trainee \(.text) not null references trainee (id), kind \(.text) not null, \
            on_date \(.text) not null, recorded_at \(.integer) not null, primary key (trainee, kind), \
            check (kind in ('employment_talk', 'offered', 'accepted', 'permanently_hired')))
            """
        ])

    /// In the order in which they are to come.
    static func all(of trainee: TraineeID, in read: borrowing Read) throws -> [OutcomeFact] {
        try read.all(OutcomeFact.self, "where trainee = \(trainee)").sorted { $0.kind < $1.kind }
    }
}

/// In the order in which they are to come.
package enum OutcomeKind: String, Hashable, Sendable, Codable, CaseIterable, Comparable, Storable {
    case employmentTalk = "employment_talk"
    case offered, accepted
    case permanentlyHired = "permanently_hired"

    package static func < (left: OutcomeKind, right: OutcomeKind) -> Bool { left.place < right.place }
    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension OutcomeKind {
    /// What is wrong with a date, held against the facts that there are; any of them may be missing.
    func problem(on date: LocalDate, among facts: [OutcomeFact]) -> FieldProblem? {
        if let earlier = facts.filter({ $0.kind < self }).map(\.on).max(), date < earlier {
            return FieldProblem("on", "outcome.too_early", ["date": earlier.description])
        }
        if let later = facts.filter({ self < $0.kind }).map(\.on).min(), later < date {
            return FieldProblem("on", "outcome.too_late", ["date": later.description])
        }
        return nil
    }
}
