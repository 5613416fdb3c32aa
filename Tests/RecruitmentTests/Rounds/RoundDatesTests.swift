import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Recruitment

struct RoundDatesTests {
    @Test func `everyone sees the calls that are out, from publication until the round is closed`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        _ = try await world.vacancy(of: world.umeå)
        #expect(try await world.fetch(RoundDates()) == [])
        try await world.publish()
        let expected = Call(
            round: world.round, slug: try Slug("2027"), cohort: try Slug("cohort-1"), deadlines: .sample,
            deadline: .application, isOpen: true, publishedAt: .publishing,
            channels: [try Slug("press"), try Slug("traineeguiden")], largestWishCount: 3)
        #expect(try await world.fetch(RoundDates()) == [expected])
        #expect(try await world.fetch(RoundDates(), at: .afterwards).map(\.isOpen) == [false])
        try await world.perform(CloseRound(round: world.round), at: .afterwards)
        #expect(try await world.fetch(RoundDates()) == [])
    }
}
