/// A half-open span of dates: `start` is in it, `end` is not. 2011-09-01 to 2013-03-01 is 18 months.
package struct Period: Hashable, Sendable, Codable {
    package let start: LocalDate
    package let end: LocalDate

    /// Nil unless it starts before it ends.
    package init?(start: LocalDate, end: LocalDate) {
        guard start < end else { return nil }
        (self.start, self.end) = (start, end)
    }

    /// Whole months from start to end, or nil where the last month is broken.
    package var wholeMonths: Int? {
        let months = (end.year - start.year) * 12 + end.month - start.month
        return start.adding(months: months) == end ? months : nil
    }

    package var lastDay: LocalDate { end.adding(days: -1) }
    package func contains(_ date: LocalDate) -> Bool { start <= date && date < end }
    package func overlaps(_ other: Period) -> Bool { start < other.end && other.start < end }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let start = try container.decode(LocalDate.self, forKey: .start)
        guard let period = Period(start: start, end: try container.decode(LocalDate.self, forKey: .end)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .end, in: container, debugDescription: "ends before it starts")
        }
        self = period
    }
}
