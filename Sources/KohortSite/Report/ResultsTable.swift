import KohortCore
import Reporting

/// The results as cells of text in the reader's language: the same for the page and for the file.
struct ResultsTable {
    let heads: [String]
    let rows: [Row]
    let sum: [String]
    let counts: CountsTable
    /// The column of the first target.
    static let firstTarget = 5

    struct Row {
        let cells: [String]
        /// For each cell, how the target of that column stands; nil in the columns before.
        let standings: [TargetStanding?]
        /// For each cell, where what it counts is shown; nil where there is nothing to show.
        let paths: [String?]
    }

    init(_ visit: Visit, _ results: Results, _ ways: ResultsWays? = nil) {
        let targets = results.cohorts.flatMap(\.targets).map(\.target).uniqued()
        heads =
            ["cohort", "members", "trainees", "permanent", "share"].map { visit.text("results.\($0)") }
            + targets.map { visit.words(of: $0) }
        rows = results.cohorts.map { cohort in
            let standings = targets.map { target in
                cohort.targets.first { $0.target == target }?.standing
            }
            return Row(
                cells: visit.cells(of: cohort)
                    + standings.map { $0.map { visit.text("results.\($0.rawValue)") } ?? "–" },
                standings: Array(repeating: nil, count: Self.firstTarget) + standings,
                paths: Self.paths(cohort, ways) + targets.map { _ in nil })
        }
        counts = CountsTable(visit, results, ways)
        let total = results.finished
        sum =
            [
                visit.text("results.finished_sum"), "", visit.format.number(total.trainees),
                visit.format.number(total.permanent), total.hiredShare.map { visit.format.percent($0) } ?? "–",
            ] + targets.map { _ in "" }
    }
}

extension ResultsTable {
    /// Of the columns before the targets.
    private static func paths(_ cohort: CohortResult, _ ways: ResultsWays?) -> [String?] {
        let figures: [(Measure, Int?)] = [
            (.members, cohort.members), (.started, cohort.trainees), (.permanentlyHired, cohort.permanent),
        ]
        return [nil] + figures.map { measure, number in number == nil ? nil : ways?.path(measure, of: cohort) } + [nil]
    }
}

extension Visit {
    /// `Medlemmer ≥ 10` or `Takket ja ≥ 80 % av tilbud`.
    fileprivate func words(of target: TargetDefinition) -> String {
        let measure = text("results.measure.\(target.measure.rawValue)")
        guard let percent = target.atLeastPercent, let whole = target.of else {
            return text("results.at_least", ["measure": measure, "number": format.number(target.atLeast ?? 0)])
        }
        return text(
            "results.share_of",
            [
                "measure": measure, "percent": format.percent(Double(percent) / 100),
                "whole": text("results.measure.\(whole.rawValue)"),
            ])
    }

    fileprivate func cells(of cohort: CohortResult) -> [String] {
        func number(_ number: Int?) -> String? { number.map { format.number($0) } }
        let unknown = text("results.unknown")
        return [
            cohort.label, number(cohort.members) ?? unknown, number(cohort.trainees) ?? pending(cohort),
            number(cohort.permanent) ?? pending(cohort),
            cohort.hiredShare.map { format.percent($0) } ?? pending(cohort),
        ]
    }

    /// Why a figure is not there: never 0 for what is still to come.
    private func pending(_ cohort: CohortResult) -> String {
        switch (cohort.status, cohort.ends) {
        case (.finished, _): text("results.unknown")
        case (.toBeClosed, _): text("results.to_be_closed")
        case (.running, let ends?): text("results.ends", ["month": format.month(ends)])
        case (.planned, _), (.running, nil): text("results.pending")
        }
    }
}

extension Array where Element: Equatable {
    fileprivate func uniqued() -> [Element] {
        reduce(into: []) { kept, next in if !kept.contains(next) { kept.append(next) } }
    }
}
