import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct RoundDetailTests {
    @Test func `it counts demands, places, employers and candidacies`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        let places = [try await world.vacancy(of: world.umeå, asked: 2), try await world.vacancy(of: world.umeå)]
        _ = try await world.demand(of: world.vännäs, asked: 5)
        try await world.publish()
        try await world.apply(.complete(places))
        try await world.apply(.complete(places, email: "b@example.org"), submits: false)
        let detail = try await world.fetch(RoundDetail(round: .id(world.round)))
        #expect(detail.demands == [.approved: 2, .stated: 1])
        #expect(detail.positions == 3)
        #expect(detail.employers == 1)
        #expect(detail.candidacies == [.submitted: 1, .draft: 1])
    }

    @Test func `a round that is not there is not found, by id or slug`() async throws {
        let world = try await RecruitmentWorld.make()
        await #expect(throws: Rejection.notFound) { try await world.fetch(RoundDetail(round: .id(.new()))) }
        await #expect(throws: Rejection.notFound) {
            try await world.fetch(RoundDetail(round: .slug(try Slug("other"))))
        }
    }
}
