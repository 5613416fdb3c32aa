import KohortCore

/// How a trainee's time is divided between practical work and education (NOR-4: 80 and 20 %), by days from Monday to
/// Friday.
package struct EducationShare: Hashable, Sendable {
    /// The programme's share of education in per cent; nil where it has none.
    package let percent: Int?
    /// Working days of the trainee's whole period.
    package let days: Int
    /// Recorded so far.
    package let hours: Int

    /// A day of education counts as so many hours.
    package static let hoursADay = 8

    package init(percent: Int?, period: Period, hours: Int) {
        (self.percent, days, self.hours) = (percent, Self.workingDays(in: period), hours)
    }

    /// Days that are to be education, half up.
    package var educationDays: Int? { percent.map { (days * $0 + 50) / 100 } }
    package var practicalDays: Int? { educationDays.map { days - $0 } }
    /// What is recorded, of the working days, unrounded.
    package var recordedShare: Double {
        days == 0 ? 0 : Double(hours) / Double(Self.hoursADay) / Double(days)
    }

    static func workingDays(in period: Period) -> Int {
        let (length, first) = (period.end.daysSince1970 - period.start.daysSince1970, period.start.weekday)
        let rest = (0..<length % 7).count { (first - 1 + $0) % 7 < 5 }
        return length / 7 * 5 + rest
    }
}
