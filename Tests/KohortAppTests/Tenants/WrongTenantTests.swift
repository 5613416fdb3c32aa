import Foundation
import KohortCore
import KohortOutbound
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp

/// A row that a worker has taken from one tenant comes back to that tenant's store, whatever the program does wrong
/// between. Each refusal comes first; the same row is then settled where it belongs.
@Suite struct `What a worker took from one tenant` {
    private static let noon = Instant.at("2026-11-01T11:00:00Z")

    @Test func `a message is settled in its own outbox and in no other`() async throws {
        let world = try await World()
        let message = try #require(
            try await world.own { open in
                _ = try await open.store.perform(Leave(), by: .system, at: Self.noon)
                return try await open.store.perform(Self.lease, by: .system, at: Self.noon).first
            })
        // The other outbox has a message under the same id, taken at the same attempt.
        try await world.other { open in
            _ = try await open.store.perform(Leave(id: message.id), by: .system, at: Self.noon)
            _ = try await open.store.perform(Self.lease, by: .system, at: Self.noon)
        }
        await World.expectForeign {
            try await world.other {
                _ = try await $0.store.perform(SettleMessage(message, result: .sent), by: .system, at: Self.noon)
            }
        }
        #expect(try await world.other { try await Self.states($0) } == [.waiting])
        #expect(try await world.own { try await Self.states($0) } == [.waiting])
        try await world.own {
            _ = try await $0.store.perform(SettleMessage(message, result: .sent), by: .system, at: Self.noon)
        }
        #expect(try await world.own { try await Self.states($0) } == [.sent])
        #expect(try await world.other { try await Self.states($0) } == [.waiting])
    }

    @Test func `a letter is written in its own tenant's words`() async throws {
        let world = try await World()
        let message = try #require(
            try await world.own { open in
                _ = try await open.store.perform(Leave(), by: .system, at: Self.noon)
                return try await open.store.perform(Self.lease, by: .system, at: Self.noon).first
            })
        let correspondence = Correspondence { _, _ in nil }
        await World.expectForeign { try await world.other { _ = try await correspondence.compose(message, $0) } }
        #expect(try await world.own { try await correspondence.compose(message, $0) == nil })
    }

    @Test func `an attempt is recorded at its own endpoint and at no other's`() async throws {
        let world = try await World()
        let hook = MakeWebhook(
            tenant: world.slugs[0], url: "https://receiver.example/events", organisation: nil, events: [])
        _ = try await hook.answer(in: world.kohort)
        let leased = try #require(
            try await world.own { open in
                while try await open.store.perform(TakeEvents(), by: .system, at: Self.noon) > 0 {}
                let lease = LeaseDeliveries(limit: 1, perWebhook: 1, leaseSeconds: 60)
                return try await open.store.perform(lease, by: .system, at: Self.noon).first
            })
        let attempt = DeliveryAttempt(
            delivery: leased.delivery, number: leased.attempt, at: Self.noon, status: 200, failure: nil,
            milliseconds: 1, answer: "")
        let record = RecordAttempt(attempt, of: leased.tenant, wish: nil, jitter: 0)
        await World.expectForeign {
            try await world.other { _ = try await $0.store.perform(record, by: .system, at: Self.noon) }
        }
        try await world.own { _ = try await $0.store.perform(record, by: .system, at: Self.noon) }
        let detail = try await world.own {
            try await $0.store.fetch(WebhookDetail(webhook: leased.webhook), by: .operator, at: Self.noon)
        }
        #expect(detail.deliveries.contains { $0.delivery.id == leased.delivery && $0.delivery.state == .delivered })
    }

    private static let lease = LeaseMessages(limit: 1, leaseSeconds: 60)

    private static func states(_ open: TenantStore) async throws -> [MessageState] {
        try await open.store.fetch(OutboxList(), by: .operator, at: noon).map(\.state)
    }

    /// Two tenants, and what is tried on both.
    private struct World {
        let kohort: Kohort
        private let installation: Installation
        let slugs = [try? Slug("romerike"), try? Slug("norra-norrland")].compactMap(\.self)

        init() async throws {
            installation = try await Installation(at: noon)
            kohort = installation.open
        }

        func own<Answer>(_ body: (TenantStore) async throws -> Answer) async throws -> Answer {
            try await kohort.use(slugs[0], body)
        }

        func other<Answer>(_ body: (TenantStore) async throws -> Answer) async throws -> Answer {
            try await kohort.use(slugs[1], body)
        }

        static func expectForeign(_ body: () async throws -> Void) async {
            await #expect {
                try await body()
            } throws: { error in
                if case .foreign = error as? StoreFault { true } else { false }
            }
        }
    }

    /// A message without a letter, under an id that a test chooses.
    private struct Leave: Command {
        static let permission = Permission.sendOutbox
        static let events: [any Event.Type] = []
        var scope: Scope { .consortium }
        var id = MessageID.new()

        func perform(in write: borrowing Write) throws -> Done {
            try write.execute(
                """
                insert into outbox (id, kind, payload, created_at, due_at, state, attempts)
                values (\(id), 'test.note', '{}', \(write.now), \(write.now), 'waiting', 0)
                """)
            return Done()
        }
    }
}
