import KohortCore
import Testing

@testable import KohortSite

@Suite struct `The time that the lead's timeline shows` {
    private let today = LocalDate.day("2026-11-26")

    private func span(_ start: String, _ end: String) throws -> Period {
        try #require(Period(start: .day(start), end: .day(end)))
    }

    @Test func `begins a year before today where something had begun by then, and ends with the last`() throws {
        let spans = [try span("2025-02-01", "2026-09-01"), try span("2026-03-01", "2028-03-01")]
        let window = CohortWindow(spans, today: today)
        #expect(window.whole == (try span("2025-11-26", "2028-03-01")))
        #expect(spans.allSatisfy(window.shows))
    }

    @Test func `begins with the first where nothing is older`() throws {
        let spans = [try span("2026-09-01", "2028-03-01"), try span("2027-03-01", "2027-09-01")]
        #expect(CohortWindow(spans, today: today).whole == (try span("2026-09-01", "2028-03-01")))
    }

    @Test func `leaves out what was over a year ago, and keeps what ended a day later`() throws {
        let (old, kept) = (try span("2011-09-01", "2025-11-26"), try span("2024-03-01", "2025-11-27"))
        let window = CohortWindow([old, kept], today: today)
        #expect(!window.shows(old) && window.shows(kept))
        #expect(window.whole == (try span("2025-11-26", "2025-11-27")))
    }

    @Test func `is none where all is over, or nothing is`() throws {
        for spans in [[], [try span("2011-09-01", "2013-03-01")]] {
            let window = CohortWindow(spans, today: today)
            #expect(window.whole == nil && !spans.contains(where: window.shows))
        }
    }
}
