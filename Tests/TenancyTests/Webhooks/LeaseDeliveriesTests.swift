import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Tenancy

struct LeaseDeliveriesTests {
    private func world(events: Int, endpoints: Int = 1) async throws -> (WebhookWorld, [WebhookID]) {
        let world = try await WebhookWorld.make()
        var ids: [WebhookID] = []
        for _ in 0..<endpoints { ids.append(try await world.add()) }
        for _ in 0..<events { try await world.grantRole(at: world.vik) }
        try await world.take()
        return (world, ids)
    }

    @Test func `what one worker has no other gets until its lease ends`() async throws {
        let (world, _) = try await world(events: 1)
        let first = try #require(try await world.lease().first)
        #expect(try await world.lease(after: 59).isEmpty)
        let second = try #require(try await world.lease(after: 60).first)
        #expect(second.delivery == first.delivery && second.attempt == 2)
    }

    @Test func `an attempt that was overtaken is logged and changes nothing`() async throws {
        let (world, ids) = try await world(events: 1)
        let first = try #require(try await world.lease().first)
        let second = try #require(try await world.lease(after: 60).first)
        try await world.record(first, 410, after: 61)
        #expect(try await world.detail(ids[0]).webhook.state == .active)
        #expect(try await world.deliveries(ids[0]).map(\.state) == [.pending])
        try await world.record(second, 200, after: 62)
        #expect(try await world.deliveries(ids[0]).map(\.state) == [.delivered])
        #expect(try await world.detail(ids[0]).deliveries[0].attempts.map(\.status) == [410, 200])
    }

    @Test func `of one endpoint only so many are under way, and another is not held by it`() async throws {
        let (world, ids) = try await world(events: 5, endpoints: 2)
        let first = try await world.lease(limit: 100, perWebhook: 2)
        #expect(ids.map { id in first.count { $0.webhook == id } } == [2, 2])
        #expect(try await world.lease(limit: 100, perWebhook: 2).isEmpty)
        try await world.record(first[0], 200)
        let next = try await world.lease(limit: 100, perWebhook: 2)
        #expect(next.map(\.webhook) == [first[0].webhook])
    }

    @Test func `an endpoint that fails comes after one that works and rests between attempts`() async throws {
        let (world, ids) = try await world(events: 4, endpoints: 2)
        for leased in try await world.lease() where leased.webhook == ids[0] { try await world.record(leased, 500) }
        for leased in try await world.lease(after: 60) where leased.webhook == ids[1] {
            try await world.record(leased, 200, after: 60)
        }
        try await world.grantRole(at: world.vik)
        try await world.take()
        #expect(try await world.lease(after: 61, limit: 1).map(\.webhook) == [ids[1]])
        // Four failures in a row: nothing for a minute.
        #expect(try await world.detail(ids[0]).webhook.pausedUntil == WebhookWorld.start.adding(.seconds(60)))
    }

    @Test func `an endpoint is signed for by the secrets that are good when it is leased`() async throws {
        let (world, ids) = try await world(events: 2)
        _ = try await world.store.perform(
            RotateWebhookSecret(webhook: ids[0], organisation: nil, secret: SealedSecret("new"), overlapHours: 1))
        #expect(try await world.lease(limit: 1)[0].secrets == [SealedSecret("new"), SealedSecret("sealed")])
        #expect(try await world.lease(after: 3600, limit: 1)[0].secrets == [SealedSecret("new")])
    }
}
