import KohortCore
import KohortStore
import Synchronization

/// The tenants that are held open: opened on first touch, leased while a request is at work, and beyond a limit closed
/// oldest first when nobody leases them. Ten thousand tenants cost disk, not memory.
final class OpenTenants: Sendable {
    private struct Entry {
        var opening: Task<Store, any Error>
        /// It failed, and who comes next tries anew.
        var isBroken = false
        var store: Store?
        var leases = 0
        var lastUse: UInt64 = 0
    }

    private struct State {
        var entries: [TenantID: Entry] = [:]
        var closing: [TenantID: Task<Void, Never>] = [:]
        /// Of each tenant that was ever asked for: they are counted on while it is closed.
        var commits: [TenantID: CommitCounter] = [:]
        var broken: Set<TenantID> = []
        var clock: UInt64 = 0
    }

    private let limit: Int
    private let open: @Sendable (TenantID, CommitCounter) async throws -> Store
    private let state = Mutex(State())

    init(limit: Int, open: @escaping @Sendable (TenantID, CommitCounter) async throws -> Store) {
        (self.limit, self.open) = (limit, open)
    }

    var count: Int { state.withLock { $0.entries.count } }

    /// Those that could not be opened last time.
    var brokenCount: Int { state.withLock { $0.broken.count } }

    /// The tenant's store if it is open now; not a lease.
    func openStore(_ tenant: TenantID) -> Store? { state.withLock { $0.entries[tenant]?.store } }

    func commits(of tenant: TenantID) -> CommitCounter { state.withLock { Self.commits(of: tenant, &$0) } }

    private static func commits(of tenant: TenantID, _ state: inout State) -> CommitCounter {
        if let known = state.commits[tenant] { return known }
        let new = CommitCounter()
        state.commits[tenant] = new
        return new
    }

    /// The stores that are open now; none is leased by it, and one may close at any moment.
    var openStores: [Store] { state.withLock { $0.entries.values.compactMap(\.store) } }

    /// Lends the tenant's store for as long as `body` runs.
    func use<Answer>(_ tenant: TenantID, _ body: (Store) async throws -> Answer) async throws -> Answer {
        let opening = lease(tenant)
        defer { release(tenant) }
        do {
            let store = try await opening.value
            state.withLock { state in
                state.entries[tenant]?.store = store
                state.broken.remove(tenant)
            }
            return try await body(store)
        } catch {
            if case .failure = await opening.result { forget(tenant, opening) }
            throw error
        }
    }

    /// Closes one tenant, as soon as its leases have ended, and forgets it.
    func close(_ tenant: TenantID) async {
        _ = state.withLock { $0.broken.remove(tenant) }
        while let entry = take(tenant) {
            if entry.leases == 0 { return await close(tenant, entry) }
            try? await Task.sleep(for: .milliseconds(10))
        }
    }

    /// Closes one tenant when its leases have ended, and keeps it closed while `body` runs: who wants it then waits.
    func whileClosed(_ tenant: TenantID, _ body: @escaping @Sendable () throws -> Void) async throws {
        while true {
            let work: Task<Void, any Error>? = state.withLock { state in
                guard state.entries[tenant]?.leases ?? 0 == 0 else { return nil }
                let (entry, closing) = (state.entries.removeValue(forKey: tenant), state.closing[tenant])
                let commits = Self.commits(of: tenant, &state)
                let work = Task {
                    await closing?.value
                    if let store = try? await entry?.opening.value { try? await store.close() }
                    try body()
                    commits.increase()
                }
                state.closing[tenant] = Task { _ = await work.result }
                return work
            }
            if let work {
                defer { state.withLock { $0.closing[tenant] = nil } }
                return try await work.value
            }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    func closeAll() async {
        for tenant in state.withLock({ Array($0.entries.keys) }) { await close(tenant) }
    }

    private func lease(_ tenant: TenantID) -> Task<Store, any Error> {
        state.withLock { state in
            state.clock += 1
            var entry = state.entries[tenant] ?? Entry(opening: opening(of: tenant, &state))
            if entry.isBroken { (entry.opening, entry.isBroken) = (opening(of: tenant, &state), false) }
            entry.leases += 1
            entry.lastUse = state.clock
            state.entries[tenant] = entry
            return entry.opening
        }
    }

    private func opening(of tenant: TenantID, _ state: inout State) -> Task<Store, any Error> {
        let (closing, commits) = (state.closing[tenant], Self.commits(of: tenant, &state))
        return Task { [open] in
            await closing?.value
            return try await open(tenant, commits)
        }
    }

    private func release(_ tenant: TenantID) {
        state.withLock { state in
            state.entries[tenant]?.leases -= 1
            guard state.entries.count > limit else { return }
            let idle = state.entries.filter { $0.value.leases == 0 }.min { $0.value.lastUse < $1.value.lastUse }
            guard let (oldest, entry) = idle else { return }
            state.entries[oldest] = nil
            state.closing[oldest] = Task { await self.close(oldest, entry) }
        }
    }

    /// The entry, taken out when nobody leases it.
    private func take(_ tenant: TenantID) -> Entry? {
        state.withLock { state in
            guard let entry = state.entries[tenant] else { return nil }
            if entry.leases == 0 { state.entries[tenant] = nil }
            return entry
        }
    }

    private func close(_ tenant: TenantID, _ entry: Entry) async {
        if let store = try? await entry.opening.value { try? await store.close() }
        state.withLock { $0.closing[tenant] = nil }
    }

    /// A tenant that could not be opened is tried anew by the next request.
    private func forget(_ tenant: TenantID, _ opening: Task<Store, any Error>) {
        state.withLock { state in
            state.broken.insert(tenant)
            guard let entry = state.entries[tenant], entry.opening == opening else { return }
            if entry.leases == 1 { state.entries[tenant] = nil } else { state.entries[tenant]?.isBroken = true }
        }
    }
}
