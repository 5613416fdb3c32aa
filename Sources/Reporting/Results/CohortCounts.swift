import KohortCore
import KohortStore

/// What the modules' views hold of all cohorts that have persons, in a handful of statements whatever their number.
struct CohortCounts {
    let closed: Set<CohortID>
    private let started: [CohortID: Int]
    private let completed: [CohortID: Int]
    private let outcomes: [Outcome: Int]
    private let applicants: [Slug: Int]
    private let qualified: [Slug: Int]

    private struct Outcome: Hashable {
        let cohort: CohortID
        let kind: String
    }

    init(in read: borrowing Read) throws {
        closed = Set(try read.all("select cohort from report_cohort_closing") { try $0[0] as CohortID })
        started = try Self.byCohort(
            "select cohort, count(*) from report_trainee where state <> 'blocked' group by cohort", read)
        completed = try Self.byCohort(
            "select cohort, count(*) from report_trainee where state = 'completed' group by cohort", read)
        var outcomes: [Outcome: Int] = [:]
        try read.forEach(
            """
            select t.cohort, o.kind, count(*) from report_outcome o join report_trainee t on t.trainee = o.trainee
            group by t.cohort, o.kind
            """
        ) { outcomes[Outcome(cohort: try $0[0], kind: try $0[1])] = try $0[2] }
        self.outcomes = outcomes
        applicants = try Self.bySlug(
            """
            select r.cohort, count(distinct c.person) from report_round r
            left join report_candidacy c on c.round = r.round and c.submitted_at is not null and c.state <> 'withdrawn'
            group by r.cohort
            """, read)
        qualified = try Self.bySlug(
            """
            select r.cohort, count(distinct c.person) from report_round r
            left join report_candidacy c on c.round = r.round and c.submitted_at is not null
                and c.state <> 'withdrawn' and exists (select 1 from report_assessment a
                where a.candidacy = c.candidacy and a.verdict = 'qualified')
            group by r.cohort
            """, read)
    }

    /// What is decided by the end is pending until the cohort is closed.
    func figures(of entry: CohortEntry, _ status: CohortStatus) -> CohortFigures {
        func atEnd(_ number: Int?) -> CohortFigures.Figure { status == .finished ? .known(number ?? 0) : .pending }
        func outcome(_ kind: String) -> CohortFigures.Figure {
            atEnd(outcomes[Outcome(cohort: entry.id, kind: kind)])
        }
        return CohortFigures([
            .members: .known(entry.members), .started: status == .planned ? .pending : .known(started[entry.id] ?? 0),
            .applicants: CohortFigures.Figure(applicants[entry.slug]),
            .qualifiedApplicants: CohortFigures.Figure(qualified[entry.slug]),
            .completed: atEnd(completed[entry.id]), .offered: outcome("offered"), .accepted: outcome("accepted"),
            .permanentlyHired: outcome("permanently_hired"),
        ])
    }

    private static func byCohort(_ sql: SQL, _ read: borrowing Read) throws -> [CohortID: Int] {
        var counts: [CohortID: Int] = [:]
        try read.forEach(sql) { counts[try $0[0]] = try $0[1] }
        return counts
    }

    private static func bySlug(_ sql: SQL, _ read: borrowing Read) throws -> [Slug: Int] {
        var counts: [Slug: Int] = [:]
        try read.forEach(sql) { counts[try $0[0]] = try $0[1] }
        return counts
    }
}
