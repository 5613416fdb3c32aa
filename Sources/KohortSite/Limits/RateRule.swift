import KohortCore
import KohortWeb

/// One line of the table of limits: what is counted, and for whom.
struct RateRule: Sendable {
    /// Whom is counted for.
    enum Counted: String, Sendable {
        /// The network that the request comes from.
        case address
        /// The person, candidacy or token; the network where nobody is signed in.
        case account
    }

    /// What routes it is for.
    enum Target: Hashable, Sendable {
        /// All that enter by this command or query, pages and API alike.
        case entry(String)
        case pattern(String)
    }

    static let export = "export"
    let name: String
    let limit: RateLimit
    let counted: Counted
    let targets: Set<Target>

    init(_ name: String, _ limit: RateLimit, per counted: Counted, _ targets: Target...) {
        (self.name, self.limit, self.counted, self.targets) = (name, limit, counted, Set(targets))
    }
}
