import Foundation
import KohortCore
import KohortStore
import KohortTesting
import Synchronization
import Testing

@testable import KohortApp

@Suite(.timeLimit(.minutes(15))) struct `Tenants that are held open` {
    @Test func `come back once they can be opened, also where somebody always waits for them`() async throws {
        let (tried, failures, answers) = (try await TestStore.make(), Tally(), Tally())
        let tenants = OpenTenants(limit: 1) { _, _ in
            // Long enough for the others to come meanwhile.
            try await Task.sleep(for: .milliseconds(2))
            guard failures.count >= 20 else { throw StoreFault.unavailable("gone") }
            return tried.store
        }
        let tenant = TenantID.new()
        await withDiscardingTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    var isOpen = false
                    while !isOpen {
                        do { isOpen = try await tenants.use(tenant) { _ in true } } catch { failures.add() }
                    }
                    answers.add()
                }
            }
        }
        #expect(failures.count >= 20 && answers.count == 8)
        #expect(tenants.brokenCount == 0)
    }

    @Test(arguments: [true, false])
    func `are opened again only when they are closed, whether one asks for that or room is needed`(isAsked: Bool)
        async throws
    {
        let (tried, lived) = (try await TestStore.make(), Lives())
        let tenants = OpenTenants(limit: isAsked ? 2 : 1) { tenant, _ in
            lived.begin(tenant)
            let storage = SlowlyClosed(storage: try tried.engine.open(tried.store.tenant)) { lived.end(tenant) }
            return Store(
                tenant: tenant, storage: storage, composition: Composition(schema: Schema([]), authority: .everything),
                threads: TestStore.threads)
        }
        let (tenant, other) = (TenantID.new(), TenantID.new())
        for _ in 0..<5 {
            _ = try await tenants.use(tenant) { _ in true }
            let closed = Task {
                if isAsked { await tenants.close(tenant) } else { _ = try await tenants.use(other) { _ in true } }
            }
            while tenants.openStore(tenant) != nil { try await Task.sleep(for: .milliseconds(1)) }
            _ = try await tenants.use(tenant) { _ in true }
            try await closed.value
        }
        await tenants.closeAll()
        #expect(lived.count(of: tenant) > 4 && lived.mostAtOnce == 1)
    }
}

/// How many stores of a tenant there are at once.
private final class Lives: Sendable {
    private let state = Mutex<(now: [TenantID: Int], ever: [TenantID: Int], most: Int)>(([:], [:], 0))
    var mostAtOnce: Int { state.withLock { $0.most } }
    func count(of tenant: TenantID) -> Int { state.withLock { $0.ever[tenant, default: 0] } }
    func end(_ tenant: TenantID) { state.withLock { $0.now[tenant, default: 0] -= 1 } }
    func begin(_ tenant: TenantID) {
        state.withLock { state in
            state.now[tenant, default: 0] += 1
            state.ever[tenant, default: 0] += 1
            state.most = max(state.most, state.now[tenant, default: 0])
        }
    }
}

/// One whose log takes a while to be folded into its file.
private struct SlowlyClosed: Storage {
    let storage: any Storage
    let closed: @Sendable () -> Void
    var dialect: any Dialect { storage.dialect }

    func write<Answer>(_ body: (any WriteConnection) throws -> Answer) throws -> Answer { try storage.write(body) }
    func read<Answer>(reader: Int, _ body: (any Connection) throws -> Answer) throws -> Answer {
        try storage.read(reader: reader, body)
    }

    func close() {
        Thread.sleep(forTimeInterval: 0.05)
        storage.close()
        closed()
    }
}
