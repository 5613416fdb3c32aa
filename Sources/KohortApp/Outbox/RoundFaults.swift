import KohortCore
import Logging
import Tenancy

/// What went wrong in one round over the tenants: told once for each reason, however many tenants met it. A server that
/// is away is one reason.
struct RoundFaults {
    private var tenants: [String: [Slug]] = [:]
    private let what: Logger.Message
    private let logger: Logger

    init(_ what: Logger.Message, _ logger: Logger) { (self.what, self.logger) = (what, logger) }

    mutating func note(_ error: any Error, at tenant: Slug) { tenants["\(error)", default: []].append(tenant) }

    /// The tenants to go round. None where the registry cannot be read.
    mutating func tenants(of kohort: Kohort) async -> [Tenant] {
        do { return try await kohort.activeTenants() } catch {
            tenants["\(error)", default: []] += []
            return []
        }
    }

    func tell() {
        for (reason, slugs) in tenants.sorted(by: { $0.key < $1.key }) {
            var metadata: Logger.Metadata = ["error": "\(reason)"]
            if let first = slugs.first { metadata["tenant"] = "\(first)" }
            if slugs.count > 1 { metadata["others"] = "\(slugs.count - 1)" }
            logger.error(what, metadata: metadata)
        }
    }
}
