import KohortCore

/// What is counted of a cohort, by measure (ROM-6: five different counts).
struct CohortFigures: Hashable, Sendable {
    typealias Figure = CohortFigure

    private let figures: [Measure: Figure]

    init(_ figures: [Measure: Figure]) { self.figures = figures }

    subscript(_ measure: Measure) -> Figure { figures[measure] ?? .unknown }

    /// Of a cohort of before Kohort, from its bare totals.
    init(_ totals: CohortTotals) {
        figures = [
            .members: Figure(totals.members), .started: Figure(totals.started), .completed: Figure(totals.completed),
            .permanentlyHired: Figure(totals.permanent),
        ]
    }

    /// A target held against these figures; a share is of another measure and is not rounded.
    func result(of target: TargetDefinition) -> TargetResult {
        let figure = self[target.measure]
        return TargetResult(target: target, standing: standing(of: target, figure), reached: figure.number)
    }

    private func standing(of target: TargetDefinition, _ figure: Figure) -> TargetStanding {
        switch (figure, target.of.map { self[$0] }) {
        case (.pending, _), (_, .pending?): return .pending
        case (.unknown, _), (_, .unknown?): return .unknown
        case (.known(let reached), nil): return reached >= target.atLeast ?? 0 ? .met : .notMet
        case (.known(let reached), .known(let whole)?):
            guard whole > 0 else { return .unknown }
            return reached * 100 >= whole * (target.atLeastPercent ?? 0) ? .met : .notMet
        }
    }
}
