import KohortCore
import KohortStore
import Logging
import ServiceLifecycle
import Tenancy

/// Goes round the tenants and sends what is due.
package struct OutboxWorker: ServiceLifecycle.Service {
    private let kohort: Kohort
    private let delivery: OutboxDelivery
    private let logger: Logger

    package init(_ kohort: Kohort, _ delivery: OutboxDelivery, logger: Logger) {
        (self.kohort, self.delivery, self.logger) = (kohort, delivery, logger)
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown { await goRound() }
    }

    private func goRound() async {
        var looks = Looks(kohort)
        while !Task.isCancelled {
            looks.beginRound()
            let tenants = (try? await kohort.activeTenants()) ?? []
            for tenant in tenants where !Task.isCancelled {
                do {
                    if try await looks.take(tenant.id) { looks.keep(try await work(on: tenant), of: tenant.id) }
                } catch {
                    logger.error("outbox", metadata: ["tenant": "\(tenant.slug)", "error": "\(error)"])
                }
            }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    private func work(on tenant: Tenant) async throws -> Looks.Look {
        try await kohort.use(tenant) { open in
            while try await delivery.deliver(open) > 0 {}
            let (version, now) = (try await open.store.version(), kohort.clock.now)
            let due = try await open.store.fetch(NextMessageDue(), by: .system, at: now)
            return Looks.Look(version: version, due: due, at: now)
        }
    }
}
