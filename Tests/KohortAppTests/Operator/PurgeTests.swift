import KohortCore
import KohortStore
import KohortTesting
import Logging
import Tenancy
import Testing

@testable import KohortApp

@Suite struct `A purge` {
    private static let noon = Instant.at("2026-11-01T11:00:00Z")

    @Test func `goes on after a tenant that cannot be removed, names it, and takes it when it can be`() async throws {
        let (world, engine) = try await Installation.gated(at: Self.noon)
        let slugs = [try Slug("norra-norrland"), try Slug("romerike")]
        for slug in slugs { _ = try await ChangeTenantState(slug: slug, to: .deleted).answer(in: world.open) }
        let stuck = try #require(try await world.open.find(slugs[0]))
        world.clock.move(to: Self.noon.adding(days: 31))
        engine.refuse(.removing(stuck.id))
        let first = try await PurgeDeletedTenants().answer(in: world.open)
        #expect(first.purged == [slugs[1]])
        #expect(first.failed.map(\.tenant) == [slugs[0]])
        #expect(first.failed.allSatisfy { $0.problem.contains("the disk refuses") })
        #expect(try await world.open.allTenants().map(\.slug) == [slugs[0]])
        engine.allow(.removing(stuck.id))
        let second = try await PurgeDeletedTenants().answer(in: world.open)
        #expect(second.purged == [slugs[0]] && second.failed.isEmpty)
        try await world.open.close()
    }
}
