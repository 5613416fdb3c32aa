import KohortCore
import KohortWeb
import Reporting

/// The five counts of each cohort, from application to a permanent job (ROM-6), as cells of text.
struct CountsTable {
    let heads: [String]
    let rows: [[String]]
    /// For each cell, where what it counts is shown.
    let paths: [[String?]]

    init(_ visit: Visit, _ results: Results, _ ways: ResultsWays? = nil) {
        heads =
            [visit.text("results.cohort")] + CohortResult.counted.map { visit.text("results.measure.\($0.rawValue)") }
        rows = results.cohorts.map { cohort in
            [cohort.label] + cohort.counts.map { visit.words(of: $0) }
        }
        paths = results.cohorts.map { cohort in
            [nil]
                + zip(CohortResult.counted, cohort.counts).map { measure, figure in
                    figure.number == nil ? nil : ways?.path(measure, of: cohort)
                }
        }
    }
}

extension Visit {
    fileprivate func words(of figure: CohortFigure) -> String {
        switch figure {
        case .known(let number): format.number(number)
        case .pending: text("results.pending")
        case .unknown: text("results.unknown")
        }
    }
}

/// One cohort's row.
struct CountsLine: PageModel {
    let cohort: String
    let cells: [ResultsCell]

    init(_ row: [String], _ paths: [String?], heads: [String]) {
        cohort = row[0]
        cells = row.indices.dropFirst().map {
            ResultsCell(head: heads[$0], text: row[$0], standing: nil, path: paths[$0])
        }
    }

    static let fields: [String: PageField<Self>] = ["cohort": .text { $0.cohort }, "cells": .list { $0.cells }]
}
