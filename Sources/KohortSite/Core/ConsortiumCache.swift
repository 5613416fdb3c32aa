import KohortApp
import KohortCore
import KohortStore
import Synchronization
import Tenancy

/// Each tenant's name, languages and organisations, which every page needs, kept until the tenant's next commit.
final class ConsortiumCache: Sendable {
    private let kept = Mutex<[TenantID: (version: UInt64, consortium: Consortium)]>([:])

    func current(_ open: TenantStore, at arrival: Instant) async throws -> Consortium {
        let version = open.version
        if let entry = kept.withLock({ $0[open.tenant.id] }), entry.version == version { return entry.consortium }
        let consortium = try await open.store.fetch(CurrentConsortium(), by: .anonymous, at: arrival)
        kept.withLock { $0[open.tenant.id] = (version, consortium) }
        return consortium
    }
}
