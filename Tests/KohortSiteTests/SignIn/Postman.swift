import KohortCore
import KohortOutbound
import KohortStore

@testable import KohortApp
@testable import KohortSite

/// Delivers by hand.
enum Postman {
    /// Writes what is due to be mailed, and settles it as sent.
    static func letters(of site: Site, _ open: TenantStore, at now: Instant) async throws -> [Mail] {
        guard let from = EmailAddress("post@kohort.example") else { throw Rejection.notFound }
        let correspondence = site.correspondence(from: from)
        var letters: [Mail] = []
        for message in try await open.store.perform(
            LeaseMessages(limit: 1000, leaseSeconds: 60), by: .system, at: now)
        {
            if let mail = try await correspondence.compose(message, open) { letters.append(mail) }
            let settle = SettleMessage(message, result: .sent)
            _ = try await open.store.perform(settle, by: .system, at: now)
        }
        return letters
    }
}
