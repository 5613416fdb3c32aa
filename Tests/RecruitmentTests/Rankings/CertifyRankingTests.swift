import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Testing

@Suite struct CertifyRankingTests {
    private func certification(in world: SelectionWorld, seen: Instant? = nil) -> CertifyRanking {
        CertifyRanking(round: world.round, organisation: world.employers[0], seen: seen)
    }

    @Test func `a list is certified once`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(world.ranking(0))
        let events = try await world.events {
            try await world.perform(certification(in: world))
            try await world.perform(certification(in: world), at: .at("2026-09-02T10:00:00Z"))
        }
        #expect(events == ["recruitment.ranking.certified"])
        #expect(try await world.board().certifiedAt == SelectionWorld.now)
    }

    @Test func `an empty list is not certified`() async throws {
        let world = try await SelectionWorld.make()
        await #expect(throws: Rejection.conflict("ranking.empty")) {
            try await world.perform(certification(in: world))
        }
        try await world.perform(world.ranking(0))
        try await world.perform(world.ranking())
        await #expect(throws: Rejection.conflict("ranking.empty")) {
            try await world.perform(certification(in: world))
        }
    }

    @Test func `after the rank deadline the list is locked`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(world.ranking(0))
        await #expect(throws: Rejection.tooLate(SelectionWorld.rankingDeadline)) {
            try await world.perform(certification(in: world), at: SelectionWorld.afterRanking)
        }
        try await world.perform(certification(in: world), at: .at("2026-09-30T21:59:59Z"))
    }

    @Test func `what was changed since it was seen is not certified`() async throws {
        let world = try await SelectionWorld.make()
        try await world.perform(world.ranking(0))
        await #expect(throws: Rejection.conflict("ranking.changed")) {
            try await world.perform(certification(in: world, seen: .at("2026-08-31T10:00:00Z")))
        }
        try await world.perform(certification(in: world, seen: SelectionWorld.now))
    }

    @Test func `who may only edit cannot certify, and so the lead never does`() async throws {
        let editor = Authority(
            decide: { _, permission, _, _ in permission == .certifyRanking ? .forbidden : .allowed },
            reach: { _, _, _ in .all })
        let world = try await SelectionWorld.make { $0.authority = editor }
        try await world.perform(world.ranking(0))
        await #expect(throws: Rejection.forbidden) { try await world.perform(certification(in: world)) }
        #expect(ArrangeRanking.permission == .editRanking)
        #expect(CertifyRanking.permission == .certifyRanking)
    }

    @Test func `a closed round and a pool that is not released have nothing to certify`() async throws {
        let world = try await SelectionWorld.make { $0.isReleased = false }
        await #expect(throws: Rejection.conflict("pool.not_released")) {
            try await world.perform(certification(in: world))
        }
        try await world.release()
        try await world.perform(world.ranking(0))
        try await world.perform(CloseRound(round: world.round))
        await #expect(throws: Rejection.conflict("round.closed")) {
            try await world.perform(certification(in: world))
        }
    }
}
