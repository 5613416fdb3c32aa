import KohortWeb

/// A table whose rows can have forms of their own.
struct SheetTable: PageModel {
    let caption: String
    /// Of the row's name and of each cell.
    let columns: [String]
    let rows: [SheetRow]

    static let fields: [String: PageField<Self>] = [
        "caption": .text { $0.caption },
        "columns": .texts { $0.columns },
        "acting": .flag { $0.rows.contains { !$0.forms.isEmpty } },
        "rows": .list { $0.rows },
    ]

    /// The rows with each cell under its column's name; nil where there are none.
    init?(_ caption: String, _ columns: [String], _ rows: [SheetRow]) {
        guard !rows.isEmpty else { return nil }
        (self.caption, self.columns) = (caption, columns)
        self.rows = rows.map { row in
            var row = row
            row.cells = zip(columns.dropFirst(), row.texts).map { SheetCell(column: $0, value: $1) }
            return row
        }
    }
}

struct SheetRow: PageModel {
    let name: String
    var path: String?
    var detail = ""
    var texts: [String] = []
    /// A word that the row is marked with, and how.
    var mark: DueLine.Mark = .good
    var state = ""
    var isEnded = false
    var forms: [SheetForm] = []
    fileprivate(set) var cells: [SheetCell] = []

    init(_ name: String, _ texts: [String] = []) { (self.name, self.texts) = (name, texts) }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name },
        "path": .text { $0.path },
        "detail": .text { $0.detail },
        "mark": .text { $0.mark.rawValue },
        "state": .text { $0.state },
        "ended": .flag { $0.isEnded },
        "acts": .flag { !$0.forms.isEmpty },
        "forms": .list { $0.forms },
        "cells": .list { $0.cells },
    ]
}

struct SheetCell: PageModel {
    let column: String
    let value: String

    static let fields: [String: PageField<Self>] = ["column": .text { $0.column }, "value": .text { $0.value }]
}
