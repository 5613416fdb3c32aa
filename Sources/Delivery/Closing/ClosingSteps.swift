import KohortCore
import KohortStore

/// What stands between a trainee and the end of the programme: the steps that the programme requires (ROM-11).
enum ClosingSteps {
    /// How one step is known to be done; each noun that is one registers its own.
    struct Check {
        let step: ClosingStep
        let isDone: @Sendable (Trainee, borrowing Read) throws -> Bool
    }

    /// A step that no check stands for is not asked for: study trip and award have none, nor have evaluation and
    /// project assignment until their folders bring theirs.
    static let checks: [Check] = []

    /// The required steps that are not done, in the order of the checks.
    static func missing(
        of trainee: Trainee, in cohort: CohortPlan, checks: [Check] = Self.checks, _ read: borrowing Read
    ) throws -> [ClosingStep] {
        var missing: [ClosingStep] = []
        for check in checks where cohort.rules.completion.requires.contains(check.step) {
            if try !check.isDone(trainee, read) { missing.append(check.step) }
        }
        return missing
    }

    /// Throws while one is not done, each under its own name, so that it can be said what is left.
    static func checkDone(
        by trainee: Trainee, in cohort: CohortPlan, checks: [Check] = Self.checks, _ read: borrowing Read
    ) throws {
        try missing(of: trainee, in: cohort, checks: checks, read)
            .map { FieldProblem($0.rawValue, "closing.\($0.rawValue)") }.throwIfAny()
    }
}
