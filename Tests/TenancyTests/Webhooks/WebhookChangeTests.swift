import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Tenancy

struct WebhookChangeTests {
    private func rotation(_ webhook: WebhookID, _ secret: String, hours: Int = 24) -> RotateWebhookSecret {
        RotateWebhookSecret(
            webhook: webhook, organisation: nil, secret: SealedSecret(secret), overlapHours: hours)
    }

    @Test func `a new secret signs beside the old one until its time is over`() async throws {
        let world = try await WebhookWorld.make()
        let id = try await world.add()
        _ = try await world.store.perform(rotation(id, "second"))
        let webhook = try await world.detail(id).webhook
        let (second, first) = (SealedSecret("second"), SealedSecret("sealed"))
        #expect(webhook.secrets(at: WebhookWorld.start.adding(.seconds(24 * 3600 - 1))) == [second, first])
        #expect(webhook.secrets(at: WebhookWorld.start.adding(.seconds(24 * 3600))) == [second])
        _ = try await world.store.perform(rotation(id, "third"))
        #expect(try await world.detail(id).webhook.secrets(at: WebhookWorld.start) == [SealedSecret("third"), second])
        #expect(try await world.journal().suffix(2).allSatisfy { $0.name == "tenancy.webhook.secret_rotated" })
        #expect(try await world.journal().allSatisfy { !$0.payload.contains("second") })
    }

    @Test(arguments: [-1, 169])
    func `an overlap outside a week is refused`(hours: Int) async throws {
        let world = try await WebhookWorld.make()
        let id = try await world.add()
        await #expect(throws: Rejection.invalid("hours", "number.range", ["from": "0", "to": "168"])) {
            _ = try await world.store.perform(rotation(id, "second", hours: hours))
        }
        _ = try await world.store.perform(rotation(id, "second", hours: 0))
        #expect(try await world.detail(id).webhook.secrets(at: WebhookWorld.start) == [SealedSecret("second")])
    }

    @Test func `a disabled endpoint gets nothing and catches up when it is enabled`() async throws {
        let world = try await WebhookWorld.make()
        let id = try await world.add()
        try await world.grantRole(at: world.vik)
        try await world.take()
        _ = try await world.store.perform(DisableWebhook(webhook: id, organisation: nil))
        await #expect(throws: Rejection.conflict("webhook.disabled")) {
            _ = try await world.store.perform(DisableWebhook(webhook: id, organisation: nil))
        }
        #expect(try await world.detail(id).webhook.reason == .byHand)
        try await world.grantRole(at: world.nes)
        try await world.take()
        #expect(try await world.lease().isEmpty)
        #expect(try await world.deliveries(id).count == 1)
        _ = try await world.store.perform(EnableWebhook(webhook: id, organisation: nil))
        await #expect(throws: Rejection.conflict("webhook.active")) {
            _ = try await world.store.perform(EnableWebhook(webhook: id, organisation: nil))
        }
        try await world.take()
        #expect(try await world.lease().count == 2)
    }

    @Test func `a removed endpoint is gone with its deliveries, and the others stay`() async throws {
        let world = try await WebhookWorld.make()
        let (id, other) = (try await world.add(), try await world.add())
        try await world.grantRole(at: world.vik)
        try await world.take()
        let leased = try await world.lease()
        try await world.record(try #require(leased.first { $0.webhook == other }), 200)
        _ = try await world.store.perform(RemoveWebhook(webhook: id, organisation: nil))
        await #expect(throws: Rejection.notFound) { try await world.detail(id) }
        #expect(try await world.detail(other).deliveries.map(\.attempts.count) == [1])
        // What was under way meanwhile changes nothing.
        try await world.record(try #require(leased.first { $0.webhook == id }), 200)
    }

    @Test func `an endpoint is found only as what it is: its organisation's, or the consortium's`() async throws {
        let world = try await WebhookWorld.make()
        let id = try await world.add(world.vik)
        for owner in [nil, world.nes] {
            await #expect(throws: Rejection.notFound) {
                _ = try await world.store.perform(
                    RotateWebhookSecret(webhook: id, organisation: owner, secret: SealedSecret("x")))
            }
            await #expect(throws: Rejection.notFound) {
                _ = try await world.store.perform(DisableWebhook(webhook: id, organisation: owner))
            }
            await #expect(throws: Rejection.notFound) {
                _ = try await world.store.perform(RemoveWebhook(webhook: id, organisation: owner))
            }
            await #expect(throws: Rejection.notFound) {
                _ = try await world.store.perform(ReplayWebhook(webhook: id, organisation: owner, from: 1))
            }
        }
        _ = try await world.store.perform(DisableWebhook(webhook: id, organisation: world.vik))
        #expect(try await world.store.fetch(WebhookList(organisation: world.vik)).map(\.webhook.id) == [id])
        #expect(try await world.store.fetch(WebhookList(organisation: world.nes)).isEmpty)
    }
}
