import KohortCore

/// What a trainee's whole plan must fulfil: a pure function of the plan, the programme's pattern and the hosts.
struct PlacementRules {
    let pattern: PeriodPattern
    let employer: OrganisationID
    /// The trainee's time in the programme.
    let within: Period
    /// Leaves and extensions: they lengthened the placements that they fell into.
    let added: [Period]
    /// As they stand on each placement's first day.
    let hosts: [LocalDate: Hosts]

    /// A line with its place in the form, so that a problem stands beside what is wrong.
    struct Line {
        let index: Int
        let item: PlacementItem

        func problem(_ field: String, _ code: String, _ values: [String: String] = [:]) -> FieldProblem {
            FieldProblem("placements[\(index)].\(field)", code, values)
        }
    }

    /// Everything that is wrong with a plan.
    func problems(in items: [PlacementItem]) -> [FieldProblem] {
        let lines = items.enumerated().map(Line.init)
        return count(lines) + order(lines) + overlaps(lines)
            + lines.flatMap { dates($0) + length($0) + host($0) + unit($0, among: lines) }
    }

    /// Two or three, or however many the pattern has; optional ones are counted apart (KS11-29).
    private func count(_ lines: [Line]) -> [FieldProblem] {
        guard !pattern.count.contains(numbered(lines).count) else { return [] }
        let (least, most) = (String(pattern.count.atLeast), String(pattern.count.atMost))
        return [FieldProblem("placements", "placement.count", ["from": least, "to": most])]
    }

    /// Periods are numbered 1, 2, 3 in the order of their dates; an optional one stands in a plan once.
    private func order(_ lines: [Line]) -> [FieldProblem] {
        let inTime = numbered(lines).sorted { ($0.item.startsOn, $0.index) < ($1.item.startsOn, $1.index) }
        let misplaced = inTime.enumerated().compactMap { place, line in
            line.item.part == .numbered(place + 1)
                ? nil : line.problem("part", "placement.order", ["number": String(place + 1)])
        }
        let twice = lines.filter { line in
            line.item.part.optional != nil
                && lines.contains { $0.index < line.index && $0.item.part == line.item.part }
        }
        return misplaced + twice.map { $0.problem("part", "placement.twice") }
    }

    private func overlaps(_ lines: [Line]) -> [FieldProblem] {
        let dated = lines.compactMap { line in line.item.period.map { (line: line, period: $0) } }
            .sorted { ($0.period.start, $0.line.index) < ($1.period.start, $1.line.index) }
        return dated.enumerated().compactMap { place, later in
            dated.prefix(place).contains { $0.period.overlaps(later.period) }
                ? later.line.problem("starts_on", "placement.overlaps") : nil
        }
    }

    private func dates(_ line: Line) -> [FieldProblem] {
        guard let period = line.item.period else {
            return [line.problem("ends_before", "date.order", ["after": line.item.startsOn.description])]
        }
        if within.start <= period.start, period.end <= within.end { return [] }
        return [
            line.problem(
                "starts_on", "placement.outside",
                ["from": within.start.description, "to": within.lastDay.description])
        ]
    }

    private func numbered(_ lines: [Line]) -> [Line] { lines.filter { $0.item.part.number != nil } }
}
