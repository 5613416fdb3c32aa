import Delivery
import KohortCore

/// Bars of one host laid out so that none lies on another: the first lane that is free takes the next bar.
struct BoardLanes {
    /// The lane of each bar, from 0.
    let lanes: [Int]
    let count: Int

    /// `periods` by their first day.
    init(_ periods: [Period]) {
        var ends: [LocalDate] = []
        var lanes: [Int] = []
        for period in periods {
            if let free = ends.firstIndex(where: { $0 <= period.start }) {
                ends[free] = period.end
                lanes.append(free)
            } else {
                lanes.append(ends.count)
                ends.append(period.end)
            }
        }
        (self.lanes, count) = (lanes, max(1, ends.count))
    }
}

/// Where days lie on a line as wide as the cohort is long.
struct BoardScale {
    /// Thousandths of the cohort's time.
    static let width = 1000
    let period: Period

    func position(_ day: LocalDate) -> Int {
        let (length, offset) = (days(period.start, period.end), days(period.start, day))
        return length == 0 ? 0 : min(Self.width, max(0, offset * Self.width / length))
    }

    /// The first days of the months within.
    var months: [LocalDate] {
        let first = period.start.adding(days: 1 - period.start.day)
        let count = (period.end.year - first.year) * 12 + period.end.month - first.month
        return (0...max(0, count)).map { first.adding(months: $0) }
            .filter { period.start <= $0 && $0 < period.end }
    }

    private func days(_ from: LocalDate, _ to: LocalDate) -> Int { to.daysSince1970 - from.daysSince1970 }
}
