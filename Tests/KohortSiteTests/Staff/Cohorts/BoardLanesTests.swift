import KohortCore
import Testing

@testable import KohortSite

@Suite struct BoardLanesTests {
    private func day(_ text: String) throws -> LocalDate { try #require(LocalDate(text)) }

    private func period(_ start: String, _ end: String) throws -> Period {
        try #require(Period(start: try day(start), end: try day(end)))
    }

    @Test func `bars that lie on each other take lanes of their own, and a lane that is free is taken again`() throws {
        let lanes = BoardLanes([
            try period("2013-09-01", "2014-03-01"), try period("2013-10-01", "2014-01-01"),
            try period("2014-01-01", "2014-06-01"), try period("2014-03-01", "2014-09-01"),
        ])
        #expect(lanes.lanes == [0, 1, 1, 0] && lanes.count == 2)
        #expect(BoardLanes([]).count == 1)
    }

    @Test func `days lie on a line as wide as the cohort is long`() throws {
        let scale = BoardScale(period: try period("2013-09-01", "2014-09-01"))
        #expect(try scale.position(day("2013-09-01")) == 0 && scale.position(day("2014-09-01")) == 1000)
        #expect(try scale.position(day("2013-01-01")) == 0 && scale.position(day("2015-01-01")) == 1000)
        #expect(try scale.position(day("2014-03-01")) == 181 * 1000 / 365)
        #expect(try scale.months.count == 12 && scale.months.first == day("2013-09-01"))
        #expect(try scale.months.last == day("2014-08-01"))
    }
}
