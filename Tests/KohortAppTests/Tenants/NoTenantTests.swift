import Foundation
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp

/// Whoever names no tenant, or one that is not there, gets none: there is no default.
@Suite struct `Without a tenant` {
    private static let noon = Instant.at("2026-11-01T11:00:00Z")
    /// What is about the whole installation, or about each tenant of it in turn.
    private static let whole: Set<String> = [
        "ListTenants", "PurgeDeletedTenants", "SweepTenants", "MigrationStatus", "Doctor", "DemoLinks",
    ]

    @Test func `no store is lent, and that of the neighbour is`() async throws {
        let world = try await Installation(at: Self.noon)
        let (romerike, neighbour) = (try Slug("romerike"), try Slug("norra-norrland"))
        for state in [TenantState.suspended, .deleted] {
            _ = try await ChangeTenantState(slug: romerike, to: state).answer(in: world.open)
            await #expect(throws: Rejection.notFound) {
                try await world.open.use(romerike) { _ in Issue.record("lent while \(state)") }
            }
        }
        await #expect(throws: Rejection.notFound) {
            try await world.open.use(try Slug("nobody")) { _ in Issue.record("lent to nobody") }
        }
        #expect(try await world.open.use(neighbour) { $0.tenant.slug } == neighbour)
    }

    @Test func `every operator's call that is about one names it`() async throws {
        let world = try await Installation(at: Self.noon)
        var taken: Set<String> = []
        for name in OperatorCalls.names {
            do {
                _ = try await OperatorCalls.answer(name, Data("{}".utf8), in: world.open)
                taken.insert(name)
            } catch { #expect(!error.lines.isEmpty, "\(name)") }
        }
        #expect(taken.isSubset(of: Self.whole), "\(taken.subtracting(Self.whole))")
        #expect(taken.contains("ListTenants") && taken.contains("Doctor"))
    }
}
