import KohortCore

/// How talks are to follow each other, and how they did (KS11-23: about monthly, 18 months about 18 talks).
package struct TalkCadence: Hashable, Sendable {
    package let held: Int
    /// Over the whole period; nil where the programme has no cadence.
    package let expected: Int?
    /// By when the next one is to be held; nil after the period or without a cadence.
    package let nextBy: LocalDate?
    package let isOverdue: Bool

    /// `talks` are the days on which talks were held.
    package init(everyMonths: Int?, period: Period, talks: [LocalDate], today: LocalDate) {
        held = talks.count
        guard let everyMonths else {
            (expected, nextBy, isOverdue) = (nil, nil, false)
            return
        }
        expected = (period.wholeMonths ?? Self.months(in: period)) / everyMonths
        let due = (talks.max() ?? period.start).adding(months: everyMonths)
        let isNeeded = due < period.end && today < period.end
        nextBy = isNeeded ? due : nil
        isOverdue = isNeeded && due < today
    }

    private static func months(in period: Period) -> Int {
        var months = 0
        while period.start.adding(months: months + 1) <= period.end { months += 1 }
        return months
    }
}
