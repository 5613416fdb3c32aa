import KohortCore

/// What a tenant decides about a round; fixed when the call is published, so that a later change of the programme
/// definition leaves a running round as it is.
package struct RoundSettings: Hashable, Sendable, Codable {
    /// BR-7: an acceptance ends the person's other offers and candidacy; otherwise they stay open.
    package let oneAcceptanceClosesRest: Bool
    /// BR-6: working days that a candidate has to answer an offer, 1–60.
    package let responseWorkingDays: Int
    /// BR-11: how long a candidacy is kept after its round's application deadline, 30–3650 days.
    package let retentionDays: Int
    /// How many places a candidacy may name, 1–50.
    package let largestWishCount: Int

    package init(oneAcceptanceClosesRest: Bool, responseWorkingDays: Int, retentionDays: Int, largestWishCount: Int) {
        self.oneAcceptanceClosesRest = oneAcceptanceClosesRest
        self.responseWorkingDays = responseWorkingDays
        self.retentionDays = retentionDays
        self.largestWishCount = largestWishCount
    }

    var problems: [FieldProblem] {
        [
            NumberRange.problem(responseWorkingDays, in: 1...60, field: "response_working_days"),
            NumberRange.problem(retentionDays, in: 30...3650, field: "retention_days"),
            NumberRange.problem(largestWishCount, in: 1...50, field: "largest_wish_count"),
        ].compactMap { $0 }
    }
}

/// Whole numbers that must lie between two others.
enum NumberRange {
    /// A `number.range` that names the bounds, or nil.
    static func problem(_ number: Int, in range: ClosedRange<Int>, field: String) -> FieldProblem? {
        if range.contains(number) { return nil }
        return FieldProblem(
            field, "number.range", ["from": String(range.lowerBound), "to": String(range.upperBound)])
    }
}
