import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Tenancy

struct ReplayTests {
    @Test func `a delivery is sent once more under its own id, with the schedule from its beginning`() async throws {
        let world = try await WebhookWorld.make()
        let id = try await world.add()
        try await world.grantRole(at: world.vik)
        try await world.take()
        let first = try #require(try await world.lease().first)
        await #expect(throws: Rejection.conflict("webhook.under_way")) {
            _ = try await world.store.perform(ReplayDelivery(delivery: first.delivery, organisation: nil))
        }
        try await world.record(first, 200)
        _ = try await world.store.perform(ReplayDelivery(delivery: first.delivery, organisation: nil))
        let again = try #require(try await world.lease().first)
        #expect(again.delivery == first.delivery && again.attempt == 2 && again.entry == first.entry)
        try await world.record(again, 500)
        #expect(try await world.deliveries(id).map(\.dueAt) == [WebhookWorld.start.adding(.seconds(5))])
        await #expect(throws: Rejection.notFound) {
            _ = try await world.store.perform(ReplayDelivery(delivery: first.delivery, organisation: world.vik))
        }
    }

    @Test func `all from an event on is sent once more, and what was before the endpoint as well`() async throws {
        let world = try await WebhookWorld.make()
        try await world.grantRole(at: world.vik)
        let early = try #require(try await world.journal().last?.number)
        let id = try await world.add()
        try await world.grantRole(at: world.vik)
        try await world.take()
        let before = try await world.deliveries(id)
        try await world.attempt(200)
        _ = try await world.store.perform(ReplayWebhook(webhook: id, organisation: nil, from: early))
        try await world.take()
        let after = try await world.deliveries(id)
        #expect(after.map(\.event) == [early] + before.map(\.event))
        #expect(after.suffix(before.count).map(\.id) == before.map(\.id))
        #expect(try await world.attempt(200) == 2)
        #expect(try await world.store.perform(TakeEvents()) == 0)
    }

    @Test(arguments: [Int64(0), -1, 1000])
    func `a number that no event has is refused`(number: Int64) async throws {
        let world = try await WebhookWorld.make()
        let id = try await world.add()
        let error = await #expect(throws: Rejection.self) {
            _ = try await world.store.perform(ReplayWebhook(webhook: id, organisation: nil, from: number))
        }
        guard case .invalid(let problems)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(problems.map(\.field) == ["from"])
        _ = try await world.store.perform(ReplayWebhook(webhook: id, organisation: nil, from: 1))
    }

    @Test func `a disabled endpoint is not replayed to`() async throws {
        let world = try await WebhookWorld.make()
        let id = try await world.add()
        try await world.grantRole(at: world.vik)
        try await world.take()
        let delivery = try #require(try await world.deliveries(id).first)
        _ = try await world.store.perform(DisableWebhook(webhook: id, organisation: nil))
        await #expect(throws: Rejection.conflict("webhook.disabled")) {
            _ = try await world.store.perform(ReplayDelivery(delivery: delivery.id, organisation: nil))
        }
        await #expect(throws: Rejection.conflict("webhook.disabled")) {
            _ = try await world.store.perform(ReplayWebhook(webhook: id, organisation: nil, from: 1))
        }
    }

    @Test func `what has ended is forgotten after thirty days and what waits is not`() async throws {
        let world = try await WebhookWorld.make()
        let id = try await world.add()
        try await world.grantRole(at: world.vik)
        try await world.take()
        try await world.attempt(200)
        try await world.grantRole(at: world.vik)
        try await world.take()
        let month = 30 * 86_400
        #expect(try await world.store.perform(ForgetDeliveries(), at: WebhookWorld.start.adding(.seconds(month))) == 0)
        #expect(
            try await world.store.perform(ForgetDeliveries(), at: WebhookWorld.start.adding(.seconds(month + 1))) == 1)
        #expect(try await world.deliveries(id).map(\.state) == [.pending])
    }
}
