import KohortCore
import KohortStore
import Synchronization

/// Allows everything, and shows the rows of the payers that it is set to; of all until then.
final class Reaching: Sendable {
    private let reach = Mutex(Reach.all)

    var authority: Authority {
        Authority(decide: { _, _, _, _ in .allowed }, reach: { [self] _, _, _ in reach.withLock { $0 } })
    }

    func set(_ payers: Set<OrganisationID>) { reach.withLock { $0 = .organisations(payers) } }
}
