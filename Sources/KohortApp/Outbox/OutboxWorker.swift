import KohortCore
import KohortStore
import Logging
import ServiceLifecycle
import Tenancy

/// Goes round the tenants and sends what is due. A tenant is only touched when something was committed there since the
/// last look, or when the time of its next message has come.
package struct OutboxWorker: ServiceLifecycle.Service {
    private struct Look {
        var version: UInt64
        var due: Instant?
    }

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
        var looks: [TenantID: Look] = [:]
        while !Task.isCancelled {
            let tenants = (try? await kohort.activeTenants()) ?? []
            for tenant in tenants where !Task.isCancelled && isWorthALook(tenant.id, looks[tenant.id]) {
                do { looks[tenant.id] = try await work(on: tenant) } catch {
                    logger.error("outbox", metadata: ["tenant": "\(tenant.slug)", "error": "\(error)"])
                }
            }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    private func isWorthALook(_ tenant: TenantID, _ last: Look?) -> Bool {
        guard let last else { return true }
        if let due = last.due, due <= kohort.clock.now { return true }
        guard let version = kohort.versionIfOpen(tenant) else { return false }
        return version != last.version
    }

    private func work(on tenant: Tenant) async throws -> Look {
        try await kohort.use(tenant) { open in
            while try await delivery.deliver(open) > 0 {}
            let version = open.store.version
            let due = try await open.store.fetch(NextMessageDue(), by: .system, at: kohort.clock.now)
            return Look(version: version, due: due)
        }
    }
}
