import KohortCore
import KohortStore

/// The cohorts that have persons, the earliest first, with how far their trainees have come: counts and no names.
package struct CohortList: Query {
    package struct Line: Hashable, Sendable {
        package let id: CohortID
        package let slug: Slug
        package let period: Period
        package let stage: CohortStage
        /// As far as the actor reaches.
        package let trainees: [TraineeState: Int]

        /// All who are or were in the programme.
        package var enrolled: Int { trainees.values.reduce(0, +) }
    }

    package static let permission = Permission.readCohorts
    package let scope = Scope.anywhere

    package init() {}

    package func fetch(in read: borrowing Read) throws -> [Line] {
        let counts = try counts(read)
        let closed = Set(try read.all("select cohort from cohort_closing") { try $0[0] as CohortID })
        return try read.ask(CohortDirectory.self).all(read).map { plan in
            Line(
                id: plan.id, slug: plan.slug, period: plan.period,
                stage: CohortStage(of: plan, isClosed: closed.contains(plan.id), on: plan.today(read.now)),
                trainees: counts[plan.id] ?? [:])
        }
    }

    private func counts(_ read: borrowing Read) throws -> [CohortID: [TraineeState: Int]] {
        let own: SQL =
            switch try read.reach(of: Self.permission) {
            case .all: ""
            case .organisations(let own): "and employer in (\(list: own.sorted()))"
            }
        var counts: [CohortID: [TraineeState: Int]] = [:]
        try read.forEach(
            "select cohort, state, count(*) from trainee where state <> 'removed' \(own) group by cohort, state"
        ) { counts[try $0[0], default: [:]][try $0[1]] = try $0[2] }
        return counts
    }
}

/// How far a cohort has come. It finishes by being closed, not by its date.
package enum CohortStage: String, Hashable, Sendable, CaseIterable {
    case planned, running
    /// Past its last day and still open.
    case toBeClosed = "to_be_closed"
    case closed

    init(of plan: CohortPlan, isClosed: Bool, on today: LocalDate) {
        switch today {
        case _ where isClosed: self = .closed
        case ..<plan.period.start: self = .planned
        case plan.period.end...: self = .toBeClosed
        default: self = .running
        }
    }
}

extension Permission {
    /// To see how cohorts and their employers stand, in counts.
    package static let readCohorts = Permission("delivery.cohort.read")
}
