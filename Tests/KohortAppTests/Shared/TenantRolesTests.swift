import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp

/// An installation whose tenants have a role of their own on the server.
@Suite(.enabled(if: TestEngine.isShared, "SQLite knows no roles"))
struct TenantRolesTests {
    @Test func `a tenant is made, written to, backed up, restored and purged as before, and only by its own role`()
        async throws
    {
        let daemons = try await Daemons(2) { $0.postgres?.tenantRoles = true }
        let (slug, first, second) = (try Slug(Daemons.tenant), daemons.all[0], daemons.all[1])
        try await daemons.write(letters: 2)
        let backup = try await BackupTenants(tenant: slug, folder: daemons.path, keptDays: 7).answer(in: second)
        #expect(backup.written.count == 1)
        try await daemons.write(letters: 2)
        #expect(try await daemons.outbox().count == 4)
        let line = try await RestoreArchive(path: backup.written[0].path, slug: slug).answer(in: second)
        #expect(line.state == .suspended)
        _ = try await ChangeTenantState(slug: slug, to: .active).answer(in: first)
        #expect(try await daemons.outbox().count == 2)
        for kohort in daemons.all {
            let users = try await kohort.use(slug) { try await $0.store.fetch(Users(), by: .operator, at: .now) }
            #expect(users.count == 1 && users[0].hasPrefix("t_"))
        }
        _ = try await ChangeTenantState(slug: slug, to: .deleted).answer(in: first)
        daemons.clock.move(to: daemons.clock.now.adding(days: 31))
        #expect(try await PurgeDeletedTenants().answer(in: second) == [slug])
    }

    private struct Users: KohortStore.Query {
        static let permission = Permission.readOutbox
        let scope = Scope.consortium
        func fetch(in read: borrowing Read) throws -> [String] {
            try read.all("select cast(session_user as text)") { try $0[0] }
        }
    }
}
