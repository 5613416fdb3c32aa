import KohortCore
import KohortStore
import Tenancy

extension Kohort {
    /// What an operator watches, without a tenant's name: tenants, what of their outboxes waits, the threads that disks
    /// are waited for on, and what the storage refused. Closed tenants are not opened for it; whatever of theirs falls due opens them.
    package func figures() async throws -> [MetricFamily] {
        [try await tenantFigures(), waits(), faults.family] + engine.figures + (try await outboxFigures())
            + (try await fileFigures())
    }

    private func tenantFigures() async throws -> MetricFamily {
        var family = MetricFamily(
            "kohort_tenants", .gauge,
            "Tenants by state; those held open, and those that could not be opened last time, are among them.")
        let states = Dictionary(grouping: try await allTenants(), by: \.state)
        for state in TenantState.allCases {
            family.add(Double(states[state]?.count ?? 0), [.init("state", state.rawValue)])
        }
        family.add(Double(openTenantCount), [.init("state", "open")])
        family.add(Double(brokenTenantCount), [.init("state", "broken")])
        return family
    }

    private func outboxFigures() async throws -> [MetricFamily] {
        let now = clock.now
        let depths = await openDepths()
        let oldest = depths.compactMap(\.dueSince).min()
        var messages = MetricFamily("kohort_outbox_messages", .gauge, "Messages of open tenants' outboxes.")
        messages.add(Double(depths.map(\.waiting).reduce(0, +)), [.init("state", "waiting")])
        messages.add(Double(depths.map(\.failed).reduce(0, +)), [.init("state", "failed")])
        let age = oldest.map { Double(now.milliseconds - $0.milliseconds) / 1000 } ?? 0
        return [
            messages,
            MetricFamily(
                "kohort_outbox_due_seconds", .gauge, "How long the oldest due message has been so.", value: age),
        ]
    }

    private func openDepths() async -> [OutboxDepth.Answer] {
        var depths: [OutboxDepth.Answer] = []
        for store in openStores {
            if let depth = try? await store.fetch(OutboxDepth(), by: .system, at: clock.now) { depths.append(depth) }
        }
        return depths
    }

    private func fileFigures() async throws -> [MetricFamily] {
        var (held, full): (Int64, Int) = (0, 0)
        for tenant in try await allTenants() {
            guard let bytes = try? await openStore(tenant.id)?.fetch(FilesHeld(), by: .system, at: clock.now) else {
                continue
            }
            held += bytes
            if settings.files.isShort(settings.files.quota(of: tenant.slug) - bytes, of: tenant.slug) { full += 1 }
        }
        return [
            MetricFamily("kohort_files_bytes", .gauge, "What the files of open tenants have.", value: Double(held)),
            MetricFamily(
                "kohort_tenants_short_of_room", .gauge, "Open tenants whose files have nine tenths of their quota.",
                value: Double(full)),
        ]
    }

    private func waits() -> MetricFamily {
        var family = MetricFamily("kohort_pool_wait_seconds", .histogram, "How long jobs waited for a thread.")
        for (pool, threads) in [("readers", threads.readers), ("writers", threads.writers), ("files", threads.files)] {
            family.add(threads.waits.counts, [.init("pool", pool)])
        }
        return family
    }
}
