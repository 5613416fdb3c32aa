import KohortCore
import KohortStore
import Logging
import Recruitment
import ServiceLifecycle
import Tenancy

/// What time itself brings about: offers that nobody answered expire, and deleted tenants whose time to be restored is
/// over are purged.
package struct Schedule: ServiceLifecycle.Service {
    private let kohort: Kohort
    private let logger: Logger

    package init(_ kohort: Kohort, logger: Logger) { (self.kohort, self.logger) = (kohort, logger) }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await goRound()
                try? await Task.sleep(for: .seconds(600))
            }
        }
    }

    /// Once over all tenants. One that cannot be opened does not stop the others.
    package func goRound() async {
        for tenant in (try? await kohort.activeTenants()) ?? [] where !Task.isCancelled {
            do {
                try await kohort.use(tenant) { open in
                    _ = try await open.store.perform(ExpireOffers(), by: .system, at: kohort.clock.now)
                }
            } catch {
                logger.error("schedule", metadata: ["tenant": "\(tenant.slug)", "error": "\(error)"])
            }
        }
        await purge()
    }

    private func purge() async {
        do {
            for slug in try await PurgeDeletedTenants().answer(in: kohort) {
                logger.notice("purged", metadata: ["tenant": "\(slug)"])
            }
        } catch { logger.error("purge", metadata: ["error": "\(error)"]) }
    }
}
