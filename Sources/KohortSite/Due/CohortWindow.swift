import KohortCore

/// The part of the cohorts' time that one timeline shows: from a year before today, or from the first beginning after
/// that, to the last end. A cohort that was over before has nothing on it, and presses nobody's months together.
struct CohortWindow {
    private static let months = 12
    /// Nil where there is nothing to show.
    let whole: Period?

    init(_ spans: [Period], today: LocalDate) {
        let first = today.adding(months: -Self.months)
        let shown = spans.filter { $0.end > first }
        guard let start = shown.map(\.start).min(), let end = shown.map(\.end).max() else {
            whole = nil
            return
        }
        whole = Period(start: max(first, start), end: end)
    }

    func shows(_ span: Period) -> Bool { whole.map(span.overlaps) ?? false }
}
