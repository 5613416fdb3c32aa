import KohortCore
import Testing

@testable import KohortSite

@Suite struct FormatTests {
    @Test func `a day stands short in each language where a column is narrow`() throws {
        let day = try #require(LocalDate("2027-02-14"))
        let short = [Language.nb, .sv, .en].map { Format(language: $0, zone: .oslo).shortDay(day) }
        #expect(short == ["14.2.", "14/2", "14 Feb"])
    }
}
