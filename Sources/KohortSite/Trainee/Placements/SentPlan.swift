import Delivery
import KohortCore
import KohortWeb

/// A plan as it was typed. A row without a place and dates is none.
struct SentPlan {
    private(set) var items: [PlacementItem] = []
    /// The form's row of each item.
    private var rows: [Int] = []

    /// All that can be read, or every problem of what cannot, each at its row. Rows keep the ids of the placements that
    /// they were filled with.
    init(_ typed: Form, former: [PlacementID], newID: () -> PlacementID) throws(Rejection) {
        var problems: [FieldProblem] = []
        for row in 0..<30 where !Self.isBlank(row, typed) {
            let names = Names(row: row)
            let part = Placement.Part(formValue: typed.text(names.part))
            if part == nil { problems.append(FieldProblem(names.part, "choice.required")) }
            let place = typed.text(names.host).split(separator: "/").map(String.init)
            let host = place.first.flatMap { OrganisationID($0) }
            if host == nil { problems.append(FieldProblem(names.host, "choice.required")) }
            let start = typed.date(names.start, &problems)
            let last = typed.date(names.end, &problems)
            guard let part, let host, let start, let last else { continue }
            rows.append(row)
            items.append(
                PlacementItem(
                    id: row < former.count ? former[row] : newID(), part: part, host: host,
                    unit: place.dropFirst().first.flatMap { UnitID($0) }, startsOn: start,
                    endsBefore: last.adding(days: 1)))
        }
        try problems.throwIfAny()
    }

    private static func isBlank(_ row: Int, _ typed: Form) -> Bool {
        let names = Names(row: row)
        return [names.host, names.start, names.end].allSatisfy { typed.text($0).isEmpty }
    }

    /// A problem of the plan where the form has it: `placements[1].ends_before` at the second item's row.
    func inForm(_ problem: FieldProblem) -> FieldProblem {
        let parts = problem.field.split(whereSeparator: { "[].".contains($0) }).map(String.init)
        guard parts.count == 3, let index = Int(parts[1]), rows.indices.contains(index) else {
            // What is wrong with the plan as a whole stands at its first row.
            return FieldProblem(Names(row: 0).part, problem.code, problem.values)
        }
        let names = Names(row: rows[index])
        let field =
            switch parts[2] {
            case "part": names.part
            case "starts_on": names.start
            case "ends_before": names.end
            default: names.host
            }
        return FieldProblem(field, problem.code, problem.values)
    }

    private struct Names {
        let row: Int
        var part: String { "row\(row)-part" }
        var host: String { "row\(row)-host" }
        var start: String { "row\(row)-starts_on" }
        var end: String { "row\(row)-ends_on" }
    }
}
