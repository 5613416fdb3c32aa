import KohortCore
import KohortStore
import Logging
import ServiceLifecycle
import Tenancy

/// Goes round the tenants and sends what is due, a few letters of each in turn, so that one with many of them holds up
/// nobody else's.
package struct OutboxWorker: ServiceLifecycle.Service {
    private static let pause = Duration.seconds(1)
    private let kohort: Kohort
    private let delivery: OutboxDelivery
    private let logger: Logger

    package init(_ kohort: Kohort, _ delivery: OutboxDelivery, logger: Logger) {
        (self.kohort, self.delivery, self.logger) = (kohort, delivery, logger)
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var polls = TenantPolls(kohort)
            while !Task.isCancelled {
                let next = ContinuousClock.now.advanced(by: Self.pause)
                polls.beginRound()
                while await goRound(&polls), ContinuousClock.now < next, !Task.isCancelled {}
                try? await Task.sleep(until: next)
            }
        }
    }

    /// Once over all tenants; answers whether any had something to send, and so may have more.
    func goRound(_ polls: inout TenantPolls) async -> Bool {
        var faults = RoundFaults("outbox", logger)
        var hasSent = false
        for tenant in await faults.tenants(of: kohort) where !Task.isCancelled {
            do {
                guard try await polls.take(tenant.id) else { continue }
                let (count, poll) = try await work(on: tenant)
                polls.keep(poll, of: tenant.id)
                hasSent = hasSent || count > 0
            } catch { faults.note(error, at: tenant.slug) }
        }
        faults.tell()
        return hasSent
    }

    private func work(on tenant: Tenant) async throws -> (count: Int, poll: TenantPolls.Poll) {
        try await kohort.use(tenant) { open in
            let count = try await delivery.deliver(open)
            let (version, now) = (try await open.store.version(), kohort.clock.now)
            let due = try await open.store.fetch(NextMessageDue(), by: .system, at: now)
            return (count, TenantPolls.Poll(version: version, due: due, at: now))
        }
    }
}
