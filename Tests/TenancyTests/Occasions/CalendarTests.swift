import KohortCore
import KohortTesting
import Testing

@testable import Tenancy

struct CalendarTests {
    @Test func `an occasion stands in the calendar until its last day is over`() async throws {
        let world = try await AppliedWorld.small()
        for (day, count) in [("2011-03-01", 1), ("2011-04-02", 1), ("2011-04-03", 0)] {
            #expect(try await world.store.fetch(Calendar(from: LocalDate(day))).count == count)
        }
        #expect(try await world.store.fetch(Calendar()).map(\.slug.text) == ["seminar"])
    }
}
