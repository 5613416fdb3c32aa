import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import KohortApp

@Suite(.timeLimit(.minutes(10))) struct `Tenants that are held open` {
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
}
