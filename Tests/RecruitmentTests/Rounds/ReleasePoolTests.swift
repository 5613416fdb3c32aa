import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

struct ReleasePoolTests {
    @Test func `the pool goes to every employer of the round once applications are closed`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        try await world.apply(.complete(places))
        await #expect(throws: Rejection.conflict("round.still_open")) { try await world.release(at: .applying) }
        let events = try await world.events { try await world.release() }
        #expect(events == ["recruitment.pool.released", "recruitment.pool.opened", "recruitment.pool.opened"])
        let payload = try await world.fetch(WholeJournal()).dropLast(2).last?.payload
        #expect(payload == #"{"candidacies":1,"employers":2,"round":"\#(world.round)"}"#)
        #expect(try await world.fetch(RoundDetail(round: .id(world.round))).round.stage == .released)
    }

    @Test func `an employer hears of its own release`() async throws {
        let (world, _) = try await RecruitmentWorld.open()
        try await world.release()
        let feed = try await world.fetch(JournalFeed(after: 0, limit: 100)).filter { $0.name == PoolOpened.name }
        #expect(feed.map(\.organisation) == [world.umeå, world.vännäs].sorted())
    }

    @Test func `it is released once, and only after publication`() async throws {
        let world = try await RecruitmentWorld.make()
        try await world.plan()
        await #expect(throws: Rejection.conflict("round.not_published")) { try await world.release() }
        let (open, _) = try await RecruitmentWorld.open()
        try await open.release()
        await #expect(throws: Rejection.conflict("round.released")) { try await open.release() }
    }

    @Test func `an application that came in time is taken though the pool is released already`() async throws {
        let (world, places) = try await RecruitmentWorld.open()
        try await world.release(at: .at("2027-03-14T23:00:00Z"))
        let receipt = try await world.apply(.complete(places), at: .at("2027-03-14T22:59:59Z"))
        #expect(receipt.state == .submitted)
    }
}
