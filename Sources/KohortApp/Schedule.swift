import KohortCore
import KohortStore
import Logging
import Recruitment
import ServiceLifecycle
import Tenancy

/// What time itself brings about: offers that nobody answered expire, deleted tenants whose time to be restored is over
/// are purged, and what nobody can use any more goes.
package struct Schedule: ServiceLifecycle.Service {
    /// Once an hour.
    private static let roundsPerSweep = 6
    private let kohort: Kohort
    private let logger: Logger

    package init(_ kohort: Kohort, logger: Logger) { (self.kohort, self.logger) = (kohort, logger) }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var rounds = 0
            while !Task.isCancelled {
                await goRound()
                rounds += 1
                if rounds.isMultiple(of: Self.roundsPerSweep) { await sweep() }
                try? await Task.sleep(for: .seconds(600))
            }
        }
    }

    /// Once over all tenants. One that cannot be opened does not stop the others.
    package func goRound() async {
        await overTenants { open in
            _ = try await open.store.perform(ExpireOffers(), by: .system, at: kohort.clock.now)
        }
        await purge()
    }

    /// Takes away files that nothing refers to, and rows that have had their time.
    package func sweep() async {
        await overTenants { open in _ = try await kohort.sweep(open) }
    }

    private func overTenants(_ duty: (TenantStore) async throws -> Void) async {
        for tenant in (try? await kohort.activeTenants()) ?? [] where !Task.isCancelled {
            do { try await kohort.use(tenant, duty) } catch {
                logger.error("schedule", metadata: ["tenant": "\(tenant.slug)", "error": "\(error)"])
            }
        }
    }

    private func purge() async {
        do {
            for slug in try await PurgeDeletedTenants().answer(in: kohort) {
                logger.notice("purged", metadata: ["tenant": "\(slug)"])
            }
        } catch { logger.error("purge", metadata: ["error": "\(error)"]) }
    }
}
