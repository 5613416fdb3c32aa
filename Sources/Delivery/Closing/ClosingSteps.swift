import KohortCore
import KohortStore

/// The steps of a programme's closing that a trainee has still to do.
enum ClosingSteps {
    /// Of those that must be done before any document is awarded (ROM-11), in the rules' order.
    static func missing(
        of trainee: Trainee, in cohort: CohortPlan, _ read: borrowing Read
    ) throws -> [ClosingStep] {
        var missing: [ClosingStep] = []
        for step in cohort.rules.completion.requires where try !isDone(step, by: trainee, in: cohort, read) {
            missing.append(step)
        }
        return missing
    }

    /// Throws while one is not done, each under its own name, so that it can be said what is left.
    static func checkDone(by trainee: Trainee, in cohort: CohortPlan, _ read: borrowing Read) throws {
        try missing(of: trainee, in: cohort, read)
            .map { FieldProblem($0.rawValue, "closing.\($0.rawValue)") }.throwIfAny()
    }

    private static func isDone(
        _ step: ClosingStep, by trainee: Trainee, in cohort: CohortPlan, _ read: borrowing Read
    ) throws -> Bool {
        switch step {
        case .projectAssignment: try Project.isPassed(by: trainee.id, read)
        case .evaluation: try isEvaluated(trainee, cohort, read)
        case .studyTrip: try attendedTrip(trainee, read)
        // Documents are the award itself.
        case .award: true
        }
    }

    /// By the trainee, and by the supervisor of each period where the supervisor closes it (KS11-27).
    private static func isEvaluated(
        _ trainee: Trainee, _ cohort: CohortPlan, _ read: borrowing Read
    ) throws -> Bool {
        let periods =
            cohort.rules.talks.closesPeriod
            ? try Placement.all(of: trainee.id, in: read).filter { $0.part.number != nil }.map(\.id) : []
        return try Evaluation.isGiven(by: trainee.id, of: periods, read)
    }

    private static func attendedTrip(_ trainee: Trainee, _ read: borrowing Read) throws -> Bool {
        try read.count(
            """
            select count(*) from attendance a join gathering g on g.id = a.gathering
            where a.trainee = \(trainee.id) and g.kind = 'study_trip' and g.cancelled_at is null
            """) > 0
    }
}
