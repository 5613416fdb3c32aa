import KohortCore
import KohortWeb

/// All that is wrong with a form, above it, each line leading to its field. Shown by `partials/problems`.
struct ProblemSummary: PageModel {
    let title: String
    let lines: [ProblemLine]

    static let fields: [String: PageField<Self>] = [
        "title": .text { $0.title },
        "lines": .list { $0.lines },
    ]
}

/// One thing that is wrong.
struct ProblemLine: PageModel {
    /// Where the field is, mostly on the same page; nil for one that is nowhere shown.
    let path: String?
    let text: String

    static let fields: [String: PageField<Self>] = [
        "path": .text { $0.path },
        "text": .text { $0.text },
    ]
}

extension Visit {
    /// A field's problem as the reader is told: what to do about it.
    func words(for problem: FieldProblem) -> String {
        var values = problem.values
        if let limit = problem.values["limit"].flatMap({ Int64($0) }) {
            let isSize = problem.code.hasSuffix(".too_large")
            values["limit"] = isSize ? format.size(limit) : format.number(Int(limit))
        }
        for (name, text) in problem.values {
            if let date = LocalDate(text) { values[name] = format.date(date) }
        }
        return site.texts.text("problem.\(problem.code)", in: language, values) ?? text("problem.other")
    }

    /// The same, as the room of the form says it of this very field, where it does.
    func words(for problem: FieldProblem, in room: String) -> String {
        site.texts.text("\(room).\(problem.asked).\(problem.code)", in: language) ?? words(for: problem)
    }

    /// Why something cannot be done now, in words, where the code has some.
    func words(forConflict code: String) -> String? { site.texts.text("conflict.\(code)", in: language) }
}
