import KohortCore
import KohortStore
import Logging
import ServiceLifecycle
import Synchronization
import Tenancy

/// Goes round the tenants and sends the webhooks that are due, several at once.
package struct WebhookWorker: ServiceLifecycle.Service {
    private let kohort: Kohort
    private let dispatch: WebhookDispatch
    private let logger: Logger
    private let slots: WebhookSlots

    /// `slots` is how many are under way at once.
    package init(_ kohort: Kohort, _ dispatch: WebhookDispatch, slots: Int = 16, logger: Logger) {
        (self.kohort, self.dispatch, self.logger) = (kohort, dispatch, logger)
        self.slots = WebhookSlots(slots)
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                var polls = TenantPolls(kohort)
                while !Task.isCancelled {
                    polls.beginRound()
                    await goRound(&polls, &group)
                    // What is under way ends soon and makes room; else nothing happens by itself.
                    try? await Task.sleep(for: slots.anyTaken ? .milliseconds(50) : .seconds(1))
                }
            }
        }
    }

    private func goRound(_ polls: inout TenantPolls, _ group: inout DiscardingTaskGroup) async {
        var faults = RoundFaults("webhooks", logger)
        for tenant in await faults.tenants(of: kohort) where !Task.isCancelled && slots.free > 0 {
            do {
                guard try await polls.take(tenant.id) else { continue }
                let (leased, poll) = try await lease(of: tenant)
                polls.keep(poll, of: tenant.id)
                for one in leased {
                    slots.take()
                    group.addTask { await attempt(one, of: tenant) }
                }
            } catch { faults.note(error, at: tenant.slug) }
        }
        faults.tell()
    }

    private func lease(of tenant: Tenant) async throws -> ([LeaseDeliveries.Leased], TenantPolls.Poll) {
        try await kohort.use(tenant) { open in
            let leased = try await dispatch.lease(slots.free, of: open)
            let (version, now) = (try await open.store.version(), kohort.clock.now)
            let next = try await open.store.fetch(NextDelivery(), by: .system, at: now)
            return (leased, TenantPolls.Poll(version: version, due: next.due, at: now))
        }
    }

    /// The tenant is not held while the receiver is waited for. What is broken off by the daemon's end is not recorded:
    /// its lease ends, and the next daemon takes it over.
    private func attempt(_ leased: LeaseDeliveries.Leased, of tenant: Tenant) async {
        defer { slots.give() }
        guard let attempt = await dispatch.attempt(leased) else { return }
        guard !Task.isCancelled || attempt.attempt.status != nil else { return }
        do {
            try await kohort.use(tenant) { open in
                _ = try await open.store.perform(attempt, by: .system, at: kohort.clock.now)
            }
        } catch {
            logger.error("webhook's attempt", metadata: ["tenant": "\(tenant.slug)", "error": "\(error)"])
        }
    }
}

/// How many attempts may still begin.
private final class WebhookSlots: Sendable {
    private let count: Int
    private let taken = Atomic<Int>(0)

    init(_ count: Int) { self.count = max(1, count) }

    var free: Int { max(0, count - taken.load(ordering: .acquiring)) }
    var anyTaken: Bool { taken.load(ordering: .acquiring) > 0 }
    func take() { taken.add(1, ordering: .acquiringAndReleasing) }
    func give() { taken.subtract(1, ordering: .acquiringAndReleasing) }
}
