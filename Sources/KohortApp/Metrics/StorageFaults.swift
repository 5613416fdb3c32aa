import KohortCore
import KohortStore
import Synchronization

/// How often the storage itself failed whoever wanted something of a tenant, by what it was.
final class StorageFaults: Sendable {
    private enum Kind: String, CaseIterable { case full, unavailable, interrupted, other }

    private let counts = Mutex<[Kind: Int]>([:])

    func count(_ fault: StoreFault) {
        let kind: Kind =
            switch fault {
            case .full: .full
            case .unavailable, .locked, .closed, .foreign: .unavailable
            case .interrupted, .undecided: .interrupted
            default: .other
            }
        counts.withLock { $0[kind, default: 0] += 1 }
    }

    var family: MetricFamily {
        var family = MetricFamily("kohort_storage_faults_total", .counter, "What the storage refused, by why.")
        let counts = counts.withLock { $0 }
        for kind in Kind.allCases { family.add(Double(counts[kind] ?? 0), [.init("reason", kind.rawValue)]) }
        return family
    }
}
