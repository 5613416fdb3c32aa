import KohortCore
import Testing

struct LocalDateTests {
    @Test(arguments: ["2026-02-28", "0001-01-01", "9999-12-31", "2011-09-01"])
    func `a date is read from YYYY-MM-DD and written as the same`(text: String) throws {
        #expect(try date(text).description == text)
    }

    @Test(arguments: [
        "", "2026-2-3", "2026-02-3", "26-02-03", "2026-02-03T00:00:00Z", "2026-02-03 ", " 2026-02-03", "2026-02-03\n",
        "2026/02/03", "20260203", "03-02-2026", "+026-02-03", "-026-02-03", "2026-+2-03", "2026-02-0x", "２026-02-03",
    ])
    func `another form is refused`(text: String) {
        #expect(LocalDate(text) == nil)
    }

    @Test(arguments: [
        "2026-02-30", "2026-02-00", "2026-01-32", "2026-04-31", "2026-06-31", "2026-09-31", "2026-11-31", "2026-13-01",
        "2026-00-01", "0000-01-01",
    ])
    func `a day that does not exist is refused`(text: String) {
        #expect(LocalDate(text) == nil)
    }

    @Test(arguments: [("2024", true), ("2026", false), ("1900", false), ("2000", true), ("2100", false)])
    func `a leap year is every fourth but not the century that 400 does not divide`(year: String, isLeap: Bool) {
        #expect((LocalDate("\(year)-02-29") != nil) == isLeap)
    }

    @Test func `a date is made of its parts where there is such a day`() throws {
        #expect(try LocalDate(year: 2026, month: 2, day: 28) == date("2026-02-28"))
        #expect(LocalDate(year: 2026, month: 2, day: 29) == nil)
        #expect(LocalDate(year: 10_000, month: 1, day: 1) == nil)
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("1900-01-01", -25_567), ("2000-02-29", 11_016), ("2011-02-14", 15_019),
        ("2100-12-31", 47_846),
    ])
    func `days count from 1970`(text: String, days: Int) throws {
        #expect(try date(text).daysSince1970 == days)
        #expect(try LocalDate(daysSince1970: days) == date(text))
    }

    @Test func `every day from 1900 to 2100 is one after the last, in its count, text and weekday`() {
        let days = -25_567...47_846
        #expect(days.filter { LocalDate(daysSince1970: $0).daysSince1970 != $0 } == [])
        #expect(
            days.filter {
                let date = LocalDate(daysSince1970: $0)
                let next = date.adding(days: 1)
                return LocalDate(date.description) != date || next <= date || next.weekday != date.weekday % 7 + 1
            } == [])
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-10-31", 1, "2026-11-30"), ("2011-09-01", 18, "2013-03-01"), ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-15", -1, "2025-12-15"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
        ("2026-05-31", 0, "2026-05-31"), ("2026-01-31", -13, "2024-12-31"),
    ])
    func `months are added to the same day or to the last of a shorter month`(
        from: String, months: Int, to: String
    ) throws {
        #expect(try date(from).adding(months: months) == date(to))
    }

    @Test(arguments: [("2026-11-23", 1), ("1970-01-01", 4), ("2000-02-29", 2), ("1900-01-01", 1), ("2027-03-28", 7)])
    func `weekdays count from Monday`(text: String, weekday: Int) throws {
        #expect(try date(text).weekday == weekday)
    }

    @Test func `dates sort by year, month and day`() throws {
        let dates = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map(date)
        #expect(dates.reversed().sorted() == dates)
    }

    @Test func `a date is stored as its text, and what is none is not read back`() throws {
        #expect(try stored(date("2026-02-28")) == "\"2026-02-28\"")
        #expect(try read("\"2026-02-28\"") == date("2026-02-28"))
        #expect(throws: DecodingError.self) { try read("\"2026-02-30\"", as: LocalDate.self) }
    }
}
