import KohortCore
import Testing

@testable import Recruitment

@Suite struct EasterTests {
    /// From the tables of the Astronomical Applications Department; 1818 and 2285 are the earliest, 1943 and 2038 the
    /// latest that Easter can be.
    @Test(arguments: [
        "1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05",
        "2027-03-28", "2038-04-25", "2285-03-22",
    ])
    func `Easter is the Sunday that the tables give`(date: String) throws {
        let date = try #require(LocalDate(date))
        #expect(Easter.sunday(of: date.year) == date)
    }

    @Test func `Easter is a Sunday in each of 400 years`() {
        #expect((1900..<2300).allSatisfy { Easter.sunday(of: $0)?.weekday == 7 })
    }
}
