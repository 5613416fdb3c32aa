import KohortCore
import KohortStore
import KohortTesting
import Logging
import Tenancy
import Testing

@testable import KohortApp

@Suite(.enabled(if: TestEngine.isShared, "one process has a folder to itself"))
struct SharedScheduleTests {
    @Test func `a deleted tenant whose time is over is purged once by three daemons, and all of them go on`()
        async throws
    {
        let daemons = try await Daemons(3)
        let slug = try Slug(Daemons.tenant)
        for kohort in daemons.all { try await kohort.use(slug) { _ in } }
        _ = try await ChangeTenantState(slug: slug, to: .deleted).answer(in: daemons.all[0])
        daemons.clock.move(to: daemons.clock.now.adding(days: 31))
        let results = await atOnce(daemons.all) { try await PurgeDeletedTenants().answer(in: $0) }
        #expect(results.failures().isEmpty, "\(results.failures())")
        #expect(results.successes().joined().count { $0 == slug } == 1)
        for kohort in daemons.all { #expect(try await kohort.find(slug) == nil) }
    }

    @Test func `the round of one daemon does not disturb another's`() async throws {
        let daemons = try await Daemons(3)
        let results = await atOnce(daemons.all) { kohort in
            await Schedule(kohort, logger: Logger(label: "schedule")).goRound()
        }
        #expect(results.failures().isEmpty)
        for kohort in daemons.all { try await kohort.use(try Slug(Daemons.tenant)) { _ in } }
    }
}
