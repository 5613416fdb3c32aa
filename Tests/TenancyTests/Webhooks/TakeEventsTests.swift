import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Tenancy

struct TakeEventsTests {
    @Test func `an organisation's endpoint gets its own events alone and the consortium's those of all`() async throws {
        let world = try await WebhookWorld.make()
        let (all, vik) = (try await world.add(events: ["*"]), try await world.add(world.vik, events: ["*"]))
        try await world.grantRole(at: world.vik)
        try await world.grantRole(at: world.nes)
        _ = try await world.store.perform(RaiseMatter(id: .new(), kind: .legal, title: "Hvem?", language: .nb))
        _ = try await world.store.perform(UseNothing())
        try await world.take()
        #expect(
            try await world.deliveries(all).map(\.name) == [
                "tenancy.webhook.added", "tenancy.webhook.added", "tenancy.role.granted", "tenancy.role.granted",
                "tenancy.matter.raised",
            ])
        #expect(
            try await world.deliveries(vik).map(\.name) == ["tenancy.webhook.added", "tenancy.role.granted"])
        let leased = try await world.lease()
        #expect(leased.filter { $0.webhook == vik }.allSatisfy { $0.entry.organisation == world.vik })
        #expect(!leased.contains { $0.entry.name == UseNothing.event })
    }

    @Test func `only what is wanted is delivered, and each event once`() async throws {
        let world = try await WebhookWorld.make()
        let id = try await world.add(events: ["tenancy.matter.*"])
        try await world.grantRole(at: world.vik)
        _ = try await world.store.perform(RaiseMatter(id: .new(), kind: .legal, title: "Hvem?", language: .nb))
        try await world.take()
        #expect(try await world.store.perform(TakeEvents()) == 0)
        #expect(try await world.deliveries(id).map(\.name) == ["tenancy.matter.raised"])
        #expect(try await world.store.fetch(NextDelivery()).isBehind == false)
    }

    @Test func `a batch ends where its limit is and goes on there`() async throws {
        let world = try await WebhookWorld.make()
        let id = try await world.add()
        for _ in 0..<5 { try await world.grantRole(at: world.vik) }
        _ = try await world.store.perform(TakeEvents(limit: 2))
        #expect(try await world.deliveries(id).count < 5)
        while try await world.store.perform(TakeEvents(limit: 2)) > 0 {}
        let events = try await world.deliveries(id).map(\.event)
        #expect(events.count == 5 && Set(events).count == 5)
    }
}

/// Records an event that is internal.
private struct UseNothing: Command {
    static let event = "tenancy.webhook.replayed"
    static let permission = Permission.deliverWebhooks
    static let events: [any Event.Type] = [WebhookReplayed.self]
    var scope: Scope { .consortium }

    func perform(in write: borrowing Write) throws -> Done {
        try write.record(WebhookReplayed(webhook: .new(), from: 1))
        return Done()
    }
}
