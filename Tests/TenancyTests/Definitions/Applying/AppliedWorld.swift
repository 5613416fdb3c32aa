import KohortCore
import KohortStore
import KohortTesting

@testable import Tenancy

/// A store with tenancy's tables, and what its journal says.
struct AppliedWorld {
    let store: TestStore

    static func make() async throws -> AppliedWorld {
        AppliedWorld(store: try await TestStore.make(modules: [TenancySchema.module]))
    }

    /// A store in which the small definition is applied.
    static func small() async throws -> AppliedWorld {
        let world = try await make()
        try await world.apply(SmallDefinition.yaml)
        return world
    }

    @discardableResult func apply(_ yaml: String, at now: Instant = .at("2026-09-01T10:00:00Z")) async throws
        -> DefinitionEffect
    {
        try await store.perform(ApplyDefinition(ConsortiumDefinition.read(yaml: yaml)), by: .operator, at: now)
    }

    /// The names of all events so far.
    func journal() async throws -> [String] { try await entries().map(\.name) }

    func entries() async throws -> [JournalEntry] {
        try await store.fetch(JournalFeed(after: 0, limit: 1000), by: .operator)
    }
}
