import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Tenancy

struct DeliveryTests {
    private func worldWithOne() async throws -> (WebhookWorld, WebhookID) {
        let world = try await WebhookWorld.make()
        let id = try await world.add()
        try await world.grantRole(at: world.vik)
        try await world.take()
        return (world, id)
    }

    @Test(arguments: [200, 204, 299])
    func `any 2xx has arrived`(status: Int) async throws {
        let (world, id) = try await worldWithOne()
        try await world.attempt(status)
        let tried = try #require(try await world.detail(id).deliveries.first)
        #expect(tried.delivery.state == .delivered && tried.delivery.endedAt == WebhookWorld.start)
        #expect(
            tried.attempts == [
                DeliveryAttempt(
                    delivery: tried.delivery.id, number: 1, at: WebhookWorld.start, status: status, failure: nil,
                    milliseconds: 7, answer: "said")
            ])
        #expect(try await world.lease(after: 1_000_000).isEmpty)
    }

    @Test(arguments: [nil, 199, 301, 307, 400, 404, 429, 500, 503])
    func `anything else is tried again under the same id`(status: Int?) async throws {
        let (world, id) = try await worldWithOne()
        let first = try #require(try await world.lease().first)
        try await world.record(first, status)
        #expect(try await world.lease(after: 4).isEmpty)
        let second = try #require(try await world.lease(after: 5).first)
        #expect(second.delivery == first.delivery && second.attempt == 2 && second.entry == first.entry)
        #expect(try await world.deliveries(id).map(\.state) == [.pending])
    }

    @Test func `the schedule is kept to its end and then the delivery is given up`() async throws {
        let (world, id) = try await worldWithOne()
        var (after, waits) = (0, [Int]())
        for wait in [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] {
            #expect(try await world.attempt(500, after: after) == 1)
            #expect(try await world.attempt(500, after: after + wait - 1) == 0)
            // An endpoint that failed three times rests a minute; the schedule's own waits are longer by then.
            (after, waits) = (after + wait, waits + [wait])
        }
        #expect(try await world.deliveries(id).map(\.state) == [.pending])
        #expect(try await world.attempt(500, after: after) == 1)
        let delivery = try #require(try await world.deliveries(id).first)
        #expect(delivery.state == .givenUp && delivery.attempts == 10)
        #expect(try await world.attempt(200, after: after + 1_000_000) == 0)
        #expect(try await world.detail(id).webhook.state == .active)
    }

    @Test func `jitter spreads over a fifth and never comes early`() {
        #expect(DeliverySchedule.wait(after: 2, jitter: 0, wish: nil) == 300)
        #expect(DeliverySchedule.wait(after: 2, jitter: 0.5, wish: nil) == 330)
        #expect(DeliverySchedule.wait(after: 2, jitter: 1, wish: nil) == 360)
        #expect(DeliverySchedule.wait(after: 10, jitter: 0, wish: nil) == nil)
    }

    @Test func `a receiver's wish is kept, by the whole endpoint and for a day at most`() async throws {
        #expect(DeliverySchedule.wait(after: 1, jitter: 0, wish: 120) == 120)
        #expect(DeliverySchedule.wait(after: 2, jitter: 0, wish: 120) == 300)
        #expect(DeliverySchedule.wait(after: 1, jitter: 0, wish: 1_000_000) == 86_400)
        let (world, _) = try await worldWithOne()
        try await world.attempt(429, wish: 120)
        try await world.grantRole(at: world.vik)
        try await world.take()
        #expect(try await world.lease(after: 119).isEmpty)
        #expect(try await world.store.fetch(NextDelivery()).due == WebhookWorld.start.adding(.seconds(120)))
        #expect(try await world.lease(after: 120).count == 2)
    }

    @Test func `410 disables the endpoint and ends the delivery`() async throws {
        let (world, id) = try await worldWithOne()
        try await world.attempt(410)
        let detail = try await world.detail(id)
        #expect(detail.webhook.state == .disabled && detail.webhook.reason == .gone)
        #expect(detail.deliveries.map(\.delivery.state) == [.failed])
        #expect(try await world.journal().last?.name == "tenancy.webhook.disabled")
    }

    @Test func `five days without any success disable the endpoint, and one success begins the count anew`()
        async throws
    {
        let (world, id) = try await worldWithOne()
        let day = 86_400
        try await world.attempt(500)
        try await world.attempt(200, after: 3 * day)
        for number in 4...8 {
            try await world.grantRole(at: world.vik)
            try await world.take()
            try await world.attempt(500, after: number * day)
            #expect(try await world.detail(id).webhook.state == .active, "day \(number)")
        }
        try await world.grantRole(at: world.vik)
        try await world.take()
        try await world.attempt(500, after: 9 * day)
        #expect(try await world.detail(id).webhook.reason == .failing)
    }
}
