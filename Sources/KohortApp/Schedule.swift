import KohortCore
import KohortStore
import Logging
import Recruitment
import ServiceLifecycle
import Tenancy

/// What time itself brings about: offers that nobody answered expire, deleted tenants whose time to be restored is over
/// are purged, and what nobody can use any more goes. A tenant is opened for it when something is due there, and swept
/// once a day; ten thousand that sleep are not woken all at once.
package struct Schedule: ServiceLifecycle.Service {
    /// In seconds.
    private static let pause = 10
    private static let roundsPerPurge = 60
    private static let sweepEvery = Duration.seconds(24 * 60 * 60)
    private let kohort: Kohort
    private let logger: Logger

    package init(_ kohort: Kohort, logger: Logger) { (self.kohort, self.logger) = (kohort, logger) }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var (rounds, duties) = (0, Duties(kohort))
            while !Task.isCancelled {
                await goRound(&duties)
                if rounds.isMultiple(of: Self.roundsPerPurge) { await purge() }
                rounds += 1
                try? await Task.sleep(for: .seconds(Self.pause))
            }
        }
    }

    /// Once over all tenants, as at the start of the daemon.
    package func goRound() async {
        var duties = Duties(kohort)
        await goRound(&duties)
        await purge()
    }

    /// When each tenant has to be opened, and when it is to be swept.
    private struct Duties {
        var polls: TenantPolls
        var sweeps: [TenantID: Instant] = [:]

        init(_ kohort: Kohort) { polls = TenantPolls(kohort, newPerRound: 200) }
    }

    /// A tenant that cannot be opened does not stop the others.
    private func goRound(_ duties: inout Duties) async {
        duties.polls.beginRound()
        var faults = RoundFaults("schedule", logger)
        for tenant in await faults.tenants(of: kohort) where !Task.isCancelled {
            do {
                if try await duties.polls.take(tenant.id) { try await work(on: tenant, &duties) }
            } catch { faults.note(error, at: tenant.slug) }
        }
        faults.tell()
    }

    private func work(on tenant: Tenant, _ duties: inout Duties) async throws {
        let now = kohort.clock.now
        var sweep = duties.sweeps[tenant.id] ?? now
        let poll = try await kohort.use(tenant) { open in
            _ = try await open.store.perform(ExpireOffers(), by: .system, at: now)
            if sweep <= now {
                _ = try await kohort.sweep(open)
                sweep = now.adding(Self.sweepEvery)
            }
            let version = try await open.store.version()
            let end = try await open.store.fetch(NextOfferEnd(), by: .system, at: now)
            return TenantPolls.Poll(version: version, due: min(sweep, end ?? sweep), at: now)
        }
        duties.polls.keep(poll, of: tenant.id)
        duties.sweeps[tenant.id] = sweep
    }

    private func purge() async {
        do {
            let answer = try await PurgeDeletedTenants().answer(in: kohort)
            for slug in answer.purged { logger.notice("purged", metadata: ["tenant": "\(slug)"]) }
            for failure in answer.failed {
                logger.error("purge", metadata: ["tenant": "\(failure.tenant)", "error": "\(failure.problem)"])
            }
        } catch { logger.error("purge", metadata: ["error": "\(error)"]) }
        do { try await kohort.counts?.sweep(at: kohort.clock.now) } catch {
            logger.error("sweep of counts", metadata: ["error": "\(error)"])
        }
    }
}
