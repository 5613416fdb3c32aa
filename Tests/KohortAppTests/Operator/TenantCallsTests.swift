import KohortApp
import KohortCore
import KohortTesting
import Logging
import Testing

@Suite struct `A tenant in the operator's hands` {
    private static let slug = "norra-norrland"

    private func world(keptDays: Int = 30) async throws -> OperatorWorld {
        let world = try await OperatorWorld(keptDays: keptDays)
        try await world.apply()
        return world
    }

    @Test func `is suspended and resumed, and serves nobody in between`() async throws {
        let world = try await world()
        #expect(try await world.move(Self.slug, to: "active", from: "suspended")?.code == "tenant.is_active")
        #expect(try await world.move(Self.slug, to: "suspended", from: "active") == nil)
        #expect(try await !world.serves(Self.slug))
        #expect(try await world.move(Self.slug, to: "suspended", from: "active")?.code == "tenant.is_suspended")
        #expect(try await world.move(Self.slug, to: "active", from: "suspended") == nil)
        #expect(try await world.serves(Self.slug))
    }

    @Test func `is unreachable at once when deleted, and as it was when restored`() async throws {
        let world = try await world()
        #expect(try await world.move(Self.slug, to: "deleted") == nil)
        #expect(try await !world.serves(Self.slug))
        let shown = try await world.ask("ShowTenant", ["slug": Self.slug]) as? [String: String]
        #expect(shown?["state"] == "deleted" && shown?["purgeAt"] == "2026-12-20T08:00:00.000Z")
        #expect(try await world.move(Self.slug, to: "active", from: "suspended")?.code == "tenant.is_deleted")
        world.clock.move(to: .at("2026-12-20T07:59:59Z"))
        #expect(try await world.move(Self.slug, to: "active", from: "deleted") == nil)
        #expect(try await world.serves(Self.slug))
        #expect(try await world.apply()["isNew"] as? Bool == false)
    }

    @Test func `can no longer be restored when its days are over, as many as the setting says`() async throws {
        let world = try await world(keptDays: 7)
        #expect(try await world.move(Self.slug, to: "deleted") == nil)
        world.clock.move(to: .at("2026-11-27T08:00:00Z"))
        let late = try await world.move(Self.slug, to: "active", from: "deleted")
        #expect(late?.lines == ["The time in which the deletion could be taken back is over."])
    }

    @Test func `is purged by time itself, not a moment early, and its slug is never given again`() async throws {
        let world = try await world()
        try await world.apply { $0.replacing("slug: norra-norrland\n", with: "slug: neighbour\n") }
        #expect(try await world.move(Self.slug, to: "deleted") == nil)
        let schedule = Schedule(world.kohort, logger: Logger(label: "test"))
        world.clock.move(to: .at("2026-12-20T07:59:59Z"))
        await schedule.goRound()
        #expect(try await world.states() == [Self.slug: "deleted", "neighbour": "active"])
        world.clock.move(to: .at("2026-12-20T08:00:00Z"))
        await schedule.goRound()
        #expect(try await world.states() == ["neighbour": "active"])
        #expect(try world.ground.tenants().count == 1)
        let yaml = try OperatorWorld.definition
        let again = try await world.refusal("ApplyDefinitionFile", ["yaml": yaml, "isDryRun": false])
        #expect(again?.code == "tenant.slug_taken")
        #expect(try world.ground.tenants().count == 1)
    }

    @Test func `that is not there is named in the refusal`() async throws {
        let world = try await world()
        for call in ["ShowTenant", "ChangeTenantState"] {
            let problem = try await world.refusal(call, ["slug": "nobody", "state": "suspended"])
            #expect(problem == OperatorProblem("tenant.unknown", ["There is no tenant nobody."]))
        }
    }
}
