import KohortCore
import KohortWeb
import Reporting
import Tenancy

/// The table that the committee knows, on one page.
struct ResultsScreen: Page {
    static let template = "report/results"
    let chrome: Chrome
    let head: DeskHead
    let heads: [String]
    let rows: [ResultsLine]
    let sum: [ResultsCell]
    let countHeads: [String]
    let counts: [CountsLine]
    let applicants: [String]
    let file: String
    /// For whom this is the first page: what is due is told first, and of them nothing is asked.
    let isFirst: Bool

    init(_ visit: Visit, _ results: Results, _ ways: ResultsWays?) {
        let title = visit.text("results.heading")
        let table = ResultsTable(visit, results, ways)
        (chrome, head) = (visit.chrome(title), DeskHead(title: title))
        heads = table.heads
        sum = table.sum.indices.dropFirst().map {
            ResultsCell(head: table.heads[$0], text: table.sum[$0], standing: nil, path: nil)
        }
        rows = table.rows.map { ResultsLine($0, heads: table.heads) }
        countHeads = table.counts.heads
        counts = zip(table.counts.rows, table.counts.paths).map { CountsLine($0, $1, heads: table.counts.heads) }
        applicants = results.applicants.map { visit.words(of: $0) }
        file = visit.path("/report/results.csv")
        isFirst = !visit.identity.roles.contains { $0.role != .committee }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "any": .flag { !$0.rows.isEmpty },
        "heads": .texts { $0.heads },
        "rows": .list { $0.rows },
        "sum": .list { $0.sum },
        "countHeads": .texts { $0.countHeads },
        "counts": .list { $0.counts },
        "applicants": .texts { $0.applicants },
        "file": .text { $0.file },
        "first": .flag { $0.isFirst },
    ]
}

/// One cohort.
struct ResultsLine: PageModel {
    let cohort: String
    let cells: [ResultsCell]

    init(_ row: ResultsTable.Row, heads: [String]) {
        cohort = row.cells[0]
        cells = row.cells.indices.dropFirst().map { index in
            ResultsCell(
                head: heads[index], text: row.cells[index], standing: row.standings[index], path: row.paths[index])
        }
    }

    static let fields: [String: PageField<Self>] = [
        "cohort": .text { $0.cohort },
        "cells": .list { $0.cells },
    ]
}

/// A figure, or how a target stands: a word and a shape, never a colour alone.
struct ResultsCell: PageModel {
    let head: String
    let text: String
    let standing: TargetStanding?
    /// To what is counted.
    let path: String?

    static let fields: [String: PageField<Self>] = [
        "head": .text { $0.head },
        "text": .text { $0.text },
        "path": .text { $0.path },
        "number": .flag { $0.standing == nil },
        "met": .flag { $0.standing == .met },
        "missed": .flag { $0.standing == .notMet },
        "waiting": .flag { $0.standing == .pending },
    ]
}

extension Visit {
    /// `60 – 42` as it is printed, and what each number would reach.
    fileprivate func words(of applicants: PrintedApplicants) -> String {
        let numbers = applicants.counts.map { format.number($0) }.joined(separator: " – ")
        guard let least = applicants.atLeast else { return text("results.printed", ["numbers": numbers]) }
        let standings = applicants.standings.compactMap { $0.map { text("results.\($0.rawValue)") } }
        return text(
            "results.printed.target",
            ["numbers": numbers, "target": format.number(least), "standings": standings.joined(separator: " – ")])
    }
}
