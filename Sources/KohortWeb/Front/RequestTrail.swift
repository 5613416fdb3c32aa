import KohortCore
import Logging
import Synchronization

/// Who asked, as far as that has become known, for the line that is logged when the request has ended, and for the page
/// that says why it was refused. Ids and codes alone: no name, no address, nothing that was sent.
package final class RequestTrail: Sendable {
    private let known = Mutex<Logger.Metadata>([:])
    private let spoken = Mutex<Language?>(nil)

    /// - Parameters:
    ///   - tenant: by its slug.
    ///   - actor: the kind, and the id where there is one.
    package func identify(tenant: String, actor: String) {
        known.withLock { known in
            known["tenant"] = .string(tenant)
            known["actor"] = .string(actor)
        }
    }

    /// The language that the asker reads; nil until it is known who asks.
    package var language: Language? { spoken.withLock { $0 } }

    package func read(in language: Language) { spoken.withLock { $0 = language } }

    var metadata: Logger.Metadata { known.withLock { $0 } }
}
