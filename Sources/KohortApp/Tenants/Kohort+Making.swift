import KohortCore
import KohortStore
import Synchronization
import Tenancy

extension Kohort {
    /// Makes a tenant. Its database is whole, and filled, before the registry knows it; of two that race for a slug one
    /// is refused, and neither that one nor one that cannot be filled leaves anything behind.
    func create<Answer>(_ slug: Slug, filledBy fill: (TenantStore) async throws -> Answer) async throws -> Answer {
        let id = TenantID.new(at: clock.now)
        try await atDisk { try $0.create(id, .tenant) }
        do {
            let answer = try await use(Tenant(id: id, slug: slug, state: .active, createdAt: clock.now), fill)
            _ = try await registry.perform(RegisterTenant(id: id, slug: slug), by: .operator, at: clock.now)
            return answer
        } catch {
            await discard(id, after: error)
            throw error
        }
    }

    /// Removes what was made in vain, and leaves what the registry knows, or may know: where the outcome of its commit is
    /// unknown, and where it cannot be asked. What is then nobody's the doctor names.
    func discard(_ id: TenantID, after error: any Error) async {
        if case StoreFault.undecided = error { return }
        guard let isKnown = try? await isKnown(id), !isKnown else { return }
        try? await remove(id)
    }

    /// Does what puts something in a tenant's place, or replaces what is there, while nobody else does, neither here nor in
    /// another daemon. Nobody waits: of two at once the second is refused.
    func alone<Answer>(_ id: TenantID, _ body: (any PlaceClaim) async throws -> Answer) async throws -> Answer {
        try await making.alone(id) {
            guard let claim = try await atDisk({ try $0.claim(id) }) else {
                throw OperatorProblem(conflict: "tenant.in_making")
            }
            let answer: Answer
            do { answer = try await body(claim) } catch {
                try? await atDisk { _ in claim.end() }
                throw error
            }
            try? await atDisk { _ in claim.end() }
            return answer
        }
    }

    /// Asks the engine for what waits for its disk, on a thread that may.
    func atDisk<Answer: Sendable>(_ deed: @escaping @Sendable (any Engine) throws -> Answer) async throws -> Answer {
        try await threads.files.run { [engine] _ in try deed(engine) }
    }

    /// Whether the registry has, or had, a tenant of this id.
    func isKnown(_ id: TenantID) async throws -> Bool {
        try await registry.fetch(IsTenantKnown(id: id), by: .operator, at: clock.now)
    }
}

/// The ids that tenants are made under just now.
final class TenantsInMaking: Sendable {
    private let ids = Mutex<Set<TenantID>>([])

    /// Refuses while another does the same for this id.
    func alone<Answer>(_ id: TenantID, _ body: () async throws -> Answer) async throws -> Answer {
        guard ids.withLock({ $0.insert(id).inserted }) else { throw OperatorProblem(conflict: "tenant.in_making") }
        defer { _ = ids.withLock { $0.remove(id) } }
        return try await body()
    }
}
