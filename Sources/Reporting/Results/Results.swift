import KohortCore

/// The table that the committee knows (ROM-8): a row a cohort, and the sum of those that are finished.
package struct Results: Hashable, Sendable {
    package let cohorts: [CohortResult]
    package let finished: FinishedTotal
    package let applicants: [PrintedApplicants]
}

/// What became of one cohort.
package struct CohortResult: Hashable, Sendable {
    package let id: CohortID
    package let slug: Slug
    package let label: String
    package let programme: Slug
    package let status: CohortStatus
    /// Whether there are trainees behind the figures, and not bare totals of before Kohort.
    package let hasPersons: Bool
    package let members: Int?
    /// Trainees who started.
    package let trainees: Int?
    /// Trainees who were hired permanently; nil while that is pending or unknown.
    package let permanent: Int?
    /// The last day, where the dates are known.
    package let ends: LocalDate?
    package let targets: [TargetResult]
    /// Of each of `counted`, in its order.
    package let counts: [CohortFigure]
    /// From application to a permanent job: five different counts (ROM-6).
    package static let counted: [Measure] = [
        .qualifiedApplicants, .completed, .offered, .accepted, .permanentlyHired,
    ]

    /// Permanent of started, unrounded: neither offers nor acceptances. Nil while pending, unknown or without trainees.
    package var hiredShare: Double? {
        guard let permanent, let trainees, trainees > 0 else { return nil }
        return Double(permanent) / Double(trainees)
    }
}

/// How far a cohort has come. It finishes by being closed with its outcomes, not by its date.
package enum CohortStatus: String, Hashable, Sendable, CaseIterable {
    case planned, running
    /// Past its last day and still open: its results stay pending.
    case toBeClosed = "to_be_closed"
    case finished
}

/// A target held against what was reached.
package struct TargetResult: Hashable, Sendable {
    package let target: TargetDefinition
    package let standing: TargetStanding
    /// What was counted; nil where that is pending or unknown.
    package let reached: Int?
}

/// A running cohort is pending, never 0 %; what no source states is unknown.
package enum TargetStanding: String, Hashable, Sendable, CaseIterable {
    case met
    case notMet = "not_met"
    case pending, unknown
}

/// The sum over finished cohorts.
package struct FinishedTotal: Hashable, Sendable {
    package let trainees: Int
    package let permanent: Int

    /// Unrounded; nil without trainees.
    package var hiredShare: Double? { trainees == 0 ? nil : Double(permanent) / Double(trainees) }

    init(_ cohorts: [CohortResult]) {
        let counted = cohorts.filter { $0.status == .finished && $0.trainees != nil && $0.permanent != nil }
        trainees = counted.compactMap(\.trainees).reduce(0, +)
        permanent = counted.compactMap(\.permanent).reduce(0, +)
    }
}
