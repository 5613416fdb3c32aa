import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct RoundListTests {
    @Test func `the round with the latest deadline comes first`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let later = PlanRound(
            id: .new(), slug: try Slug("2028"), cohort: try Slug("cohort-2"), country: .sweden, zone: .stockholm,
            deadlines: .applying(by: "2028-03-14"), channels: [], settings: .sample)
        try await world.perform(later)
        #expect(try await world.fetch(RoundList()).map(\.slug.text) == ["2028", "2027"])
    }
}
