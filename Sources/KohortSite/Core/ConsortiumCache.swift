import KohortApp
import KohortCore
import KohortStore
import Synchronization
import Tenancy

/// Each tenant's name, languages and organisations, which every page needs, kept until the tenant's next commit. The store
/// keeps them too, but where other daemons write it has to ask the server for the version that a visit knows already.
final class ConsortiumCache: Sendable {
    private typealias Kept = (version: UInt64, consortium: Consortium)

    /// How many tenants are remembered; when there are so many all are forgotten.
    private let most: Int
    private let kept = Mutex<[TenantID: Kept]>([:])

    init(most: Int = 1000) { self.most = most }

    func current(_ open: TenantStore, at arrival: Instant) async throws -> Consortium {
        let version = open.version
        if let entry = kept.withLock({ $0[open.tenant.id] }), entry.version == version { return entry.consortium }
        let consortium = try await open.store.fetch(CurrentConsortium(), by: .anonymous, at: arrival)
        kept.withLock { kept in
            if kept[open.tenant.id] == nil, kept.count >= most { kept = [:] }
            kept[open.tenant.id] = (version, consortium)
        }
        return consortium
    }

    /// How many tenants are remembered now.
    var count: Int { kept.withLock { $0.count } }
}
