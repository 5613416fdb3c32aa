import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp

/// Where others write to a tenant too, its version is a question to the server.
@Suite(.enabled(if: TestEngine.isShared, "one process has a folder to itself"))
struct SharedTenantPollsTests {
    @Test func `a tenant is asked about once a second at most, unless its time has come`() async throws {
        let daemons = try await Daemons(2)
        let (kohort, clock) = (daemons.all[0], daemons.clock)
        let tenant = try #require(try await kohort.find(try Slug(Daemons.tenant)))
        var polls = TenantPolls(kohort)
        polls.beginRound()
        let version = try await kohort.use(tenant) { try await $0.store.version() }
        #expect(try await polls.take(tenant.id))
        let due = clock.now.adding(.seconds(30))
        polls.keep(TenantPolls.Poll(version: version, due: due, at: clock.now), of: tenant.id)
        try await daemons.write(letters: 1)
        #expect(try await !polls.take(tenant.id))
        clock.move(to: clock.now.adding(.milliseconds(999)))
        #expect(try await !polls.take(tenant.id))
        clock.move(to: clock.now.adding(.milliseconds(1)))
        #expect(try await polls.take(tenant.id))
        polls.keep(TenantPolls.Poll(version: version, due: clock.now, at: clock.now), of: tenant.id)
        #expect(try await polls.take(tenant.id), "its time has come")
    }
}
