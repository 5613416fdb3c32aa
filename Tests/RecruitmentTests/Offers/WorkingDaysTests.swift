import KohortCore
import Recruitment
import Testing

@Suite struct WorkingDaysTests {
    typealias Country = OrganisationNumber.Country

    /// The days from Monday to Friday of a year on which nobody works.
    private func holidays(of year: Int, in country: Country) throws -> [String] {
        let first = try #require(LocalDate(year: year, month: 1, day: 1))
        return (0..<366).map { first.adding(days: $0) }
            .filter { $0.year == year && $0.weekday <= 5 && !country.isWorkingDay($0) }.map(\.description)
    }

    @Test func `Norway's weekday holidays of 2026`() throws {
        #expect(
            try holidays(of: 2026, in: .norway) == [
                "2026-01-01", "2026-04-02", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25",
                "2026-12-25",
            ])
    }

    @Test func `Norway's weekday holidays of 2027, with 17 May`() throws {
        #expect(
            try holidays(of: 2027, in: .norway) == [
                "2027-01-01", "2027-03-25", "2027-03-26", "2027-03-29", "2027-05-06", "2027-05-17",
            ])
    }

    @Test func `Sweden's weekday holidays of 2026, with the eves`() throws {
        #expect(
            try holidays(of: 2026, in: .sweden) == [
                "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-06-19",
                "2026-12-24", "2026-12-25", "2026-12-31",
            ])
    }

    @Test func `Sweden's weekday holidays of 2028, with 6 June and Boxing Day`() throws {
        #expect(
            try holidays(of: 2028, in: .sweden) == [
                "2028-01-06", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-25", "2028-06-06", "2028-06-23",
                "2028-12-25", "2028-12-26",
            ])
    }

    @Test func `no Saturday or Sunday is a working day`() {
        let saturday = LocalDate.day("2026-09-05")
        for country in [Country.norway, .sweden] {
            #expect(!country.isWorkingDay(saturday))
            #expect(!country.isWorkingDay(saturday.adding(days: 1)))
            #expect(country.isWorkingDay(saturday.adding(days: 2)))
        }
    }

    @Test(arguments: [
        (Country.sweden, 0, "2026-09-04", "2026-09-04"), (.sweden, 1, "2026-09-04", "2026-09-07"),
        (.sweden, 5, "2026-09-04", "2026-09-11"), (.norway, 3, "2026-04-01", "2026-04-09"),
        (.sweden, 3, "2026-04-01", "2026-04-08"), (.norway, 2, "2026-12-23", "2026-12-28"),
        (.sweden, 2, "2026-12-23", "2026-12-29"), (.sweden, 10, "2026-12-18", "2027-01-08"),
    ])
    func `working days are counted from the day after`(country: Country, days: Int, from: String, to: String) throws {
        let date = try #require(LocalDate(from))
        #expect(country.date(days, workingDaysAfter: date) == LocalDate(to))
    }
}
