import KohortCore
import KohortStore
import Synchronization

/// How often the storage itself failed whoever wanted something of a tenant, by what it was; and of each tenant the last
/// time that it refused a write or could not be used, until something is written there again.
final class StorageFaults: Sendable {
    private enum Kind: String, CaseIterable { case full, unavailable, interrupted, other }

    /// A fault, when it was, and which version the tenant had: after the next commit it has another.
    struct Last: Sendable, Equatable {
        let fault: StoreFault
        let at: Instant
        let version: UInt64
    }

    private struct State {
        var counts: [Slug: [Kind: Int]] = [:]
        var last: [TenantID: Last] = [:]
    }

    private let state = Mutex(State())

    func count(_ fault: StoreFault, of tenant: Slug) {
        let kind = Self.kind(of: fault)
        state.withLock { $0.counts[tenant, default: [:]][kind, default: 0] += 1 }
    }

    /// Of a tenant that was open. What is only about one command or one commit is not kept.
    func keep(_ fault: StoreFault, of tenant: TenantID, at now: Instant, version: UInt64) {
        guard [.full, .unavailable].contains(Self.kind(of: fault)) else { return }
        state.withLock { $0.last[tenant] = Last(fault: fault, at: now, version: version) }
    }

    /// Nil where nothing was refused since something was written, which made the version another.
    func last(of tenant: TenantID, version: UInt64) -> Last? {
        state.withLock { state in
            if state.last[tenant]?.version != version { state.last[tenant] = nil }
            return state.last[tenant]
        }
    }

    private static func kind(of fault: StoreFault) -> Kind {
        switch fault {
        case .full: .full
        case .unavailable, .locked, .closed, .foreign: .unavailable
        case .interrupted, .undecided: .interrupted
        default: .other
        }
    }

    /// Names tenants only where the operator wants that.
    func family(namingTenants: Bool) -> MetricFamily {
        var family = MetricFamily("kohort_storage_faults_total", .counter, "What the storage refused, by why.")
        let counts = state.withLock { $0.counts }
        for kind in Kind.allCases {
            if !namingTenants {
                family.add(Double(counts.values.compactMap { $0[kind] }.reduce(0, +)), [.init("reason", kind.rawValue)])
                continue
            }
            for (tenant, count) in counts.sorted(by: { $0.key < $1.key }) {
                family.add(
                    Double(count[kind] ?? 0), [.init("reason", kind.rawValue), .init("tenant", tenant.text)])
            }
        }
        return family
    }
}
