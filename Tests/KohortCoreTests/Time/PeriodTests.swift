import KohortCore
import Testing

struct PeriodTests {
    @Test(
        arguments: [
            ("2011-09-01", "2013-03-01", 18), ("2011-09-01", "2011-10-01", 1), ("2011-09-15", "2012-09-15", 12),
            ("2011-09-01", "2013-02-28", nil), ("2011-09-01", "2013-03-02", nil), ("2011-09-01", "2011-09-02", nil),
            ("2026-01-31", "2026-02-28", 1), ("2026-01-30", "2026-02-27", nil),
        ] as [(String, String, Int?)])
    func `a period has whole months when the last is not broken`(start: String, end: String, months: Int?) throws {
        #expect(try period(start, end).wholeMonths == months)
    }

    @Test(arguments: [("2011-08-31", false), ("2011-09-01", true), ("2013-02-28", true), ("2013-03-01", false)])
    func `a period has its start but not its end`(day: String, isIn: Bool) throws {
        #expect(try period("2011-09-01", "2013-03-01").contains(date(day)) == isIn)
    }

    @Test func `its last day is the one before its end`() throws {
        #expect(try period("2011-09-01", "2013-03-01").lastDay == date("2013-02-28"))
    }

    @Test(arguments: [
        ("2011-01-01", "2011-09-01", false), ("2011-01-01", "2011-09-02", true), ("2012-01-01", "2012-02-01", true),
        ("2011-01-01", "2014-01-01", true), ("2013-02-28", "2014-01-01", true), ("2013-03-01", "2014-01-01", false),
    ])
    func `periods overlap when they share a day, not when one ends as the other starts`(
        start: String, end: String, overlap: Bool
    ) throws {
        let whole = try period("2011-09-01", "2013-03-01")
        let other = try period(start, end)
        #expect(whole.overlaps(other) == overlap)
        #expect(other.overlaps(whole) == overlap)
    }

    @Test func `a period that is reversed or empty is refused`() throws {
        #expect(try Period(start: date("2013-03-01"), end: date("2011-09-01")) == nil)
        #expect(try Period(start: date("2013-03-01"), end: date("2013-03-01")) == nil)
        #expect(try Period(start: date("2013-03-01"), end: date("2013-03-02")) != nil)
    }

    @Test func `a period is stored as its dates, and a reversed one is not read back`() throws {
        let json = #"{"end":"2013-03-01","start":"2011-09-01"}"#
        #expect(try stored(period("2011-09-01", "2013-03-01")) == json)
        #expect(try read(json) == period("2011-09-01", "2013-03-01"))
        #expect(throws: DecodingError.self) {
            try read(#"{"end":"2011-09-01","start":"2013-03-01"}"#, as: Period.self)
        }
    }
}
