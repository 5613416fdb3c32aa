import Logging
import Synchronization

/// Who asked, as far as that has become known, for the line that is logged when the request has ended. Ids and codes
/// alone: no name, no address, nothing that was sent.
package final class RequestTrail: Sendable {
    private let known = Mutex<Logger.Metadata>([:])

    /// - Parameters:
    ///   - tenant: by its slug.
    ///   - actor: the kind, and the id where there is one.
    package func identify(tenant: String, actor: String) {
        known.withLock { known in
            known["tenant"] = .string(tenant)
            known["actor"] = .string(actor)
        }
    }

    var metadata: Logger.Metadata { known.withLock { $0 } }
}
