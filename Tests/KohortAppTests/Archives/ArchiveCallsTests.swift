import Foundation
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp

struct ArchiveCallsTests {
    private static let noon = Instant.at("2026-11-01T11:00:00Z")

    @Test func `every table of a tenant is in its archive`() async throws {
        let kohort = try await Installation(at: Self.noon)
        let tables = try await kohort.open.use(try Slug("romerike")) { open in
            try await open.store.fetch(TablesThere(), by: .operator, at: Self.noon)
        }
        #expect(Set(tables) == Set(Schema.tenant.tables.map(\.name) + ["migration", "tenant_file"]))
        try await kohort.open.close()
    }

    @Test func `a tenant goes from one installation to another and reads the same, suspended at first`() async throws {
        let (here, there) = (try await Installation(at: Self.noon), try await Installation(at: Self.noon, empty: true))
        let path = here.ground.path + "/romerike.kohort"
        let written = try await ExportTenant(slug: try Slug("romerike"), path: path).answer(in: here.open)
        #expect(try await VerifyArchive(path: path).answer(in: there.open) == written)
        let line = try await ImportTenant(path: path, slug: nil).answer(in: there.open)
        #expect(line.state == .suspended)
        #expect(line.id == (try await ShowTenant(slug: try Slug("romerike")).answer(in: here.open)).id)
        let again = try await ExportTenant(slug: try Slug("romerike"), path: path + "2").answer(in: there.open)
        #expect((again.sha256, again.rows) == (written.sha256, written.rows))
        await #expect(throws: OperatorProblem(conflict: "tenant.slug_taken")) {
            try await ImportTenant(path: path, slug: nil).answer(in: there.open)
        }
        let copy = try await ImportTenant(path: path, slug: try Slug("romerike-copy")).answer(in: there.open)
        #expect(copy.id != line.id)
        try await here.open.close()
        try await there.open.close()
    }

    @Test func `a backup undoes what came after it, holds what waits, and is no other tenant's`() async throws {
        let kohort = try await Installation(at: Self.noon)
        let backups = kohort.ground.path + "/backups"
        try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: false)
        let made = try await BackupTenants(tenant: nil, folder: backups, keptDays: 30).answer(in: kohort.open)
        #expect(made.written.map(\.tenant.text) == ["norra-norrland", "romerike"])
        #expect(made.failed.isEmpty && made.expired.isEmpty)
        let romerike = try Slug("romerike")
        let before = try await events(kohort, romerike)
        _ = try await MakeToken(tenant: romerike, role: .lead, organisation: nil, name: "a token", days: 7).answer(
            in: kohort.open)
        #expect(try await events(kohort, romerike) == before + 1)
        await #expect(throws: OperatorProblem(conflict: "archive.foreign")) {
            try await RestoreArchive(path: made.written[0].path, slug: romerike).answer(in: kohort.open)
        }
        #expect(try await events(kohort, romerike) == before + 1)
        let line = try await RestoreArchive(path: made.written[1].path, slug: romerike).answer(in: kohort.open)
        #expect(line.state == .suspended)
        #expect(try await events(kohort, romerike) == before)
        try await kohort.open.close()
    }

    @Test func `a backup becomes another tenant where there is none of that name, and the first goes on`() async throws
    {
        let kohort = try await Installation(at: Self.noon)
        let (romerike, second) = (try Slug("romerike"), try Slug("second"))
        let path = kohort.ground.path + "/romerike.kohort"
        _ = try await ExportTenant(slug: romerike, path: path).answer(in: kohort.open)
        let line = try await RestoreArchive(path: path, slug: second).answer(in: kohort.open)
        let first = try await kohort.open.require(romerike)
        #expect((line.slug, line.state, first.state) == (second, .suspended, .active))
        #expect(try await kohort.open.require(second).id != first.id)
        let count = try await events(kohort, romerike)
        #expect(try await events(kohort, second) == count)
        try await kohort.open.close()
    }

    @Test func `backups go when their own days are over`() async throws {
        let kohort = try await Installation(at: Self.noon)
        let folder = kohort.ground.path
        let first = try await BackupTenants(tenant: try Slug("romerike"), folder: folder, keptDays: 7).answer(
            in: kohort.open)
        kohort.clock.move(to: Self.noon.adding(days: 6))
        let second = try await BackupTenants(tenant: nil, folder: folder, keptDays: 30).answer(in: kohort.open)
        #expect(second.expired.isEmpty)
        kohort.clock.move(to: Self.noon.adding(days: 7))
        let third = try await BackupTenants(tenant: nil, folder: folder, keptDays: 30).answer(in: kohort.open)
        #expect(third.expired == first.written.map(\.path))
        try await kohort.open.close()
    }

    @Test func `the newest backup of each tenant that there is stays, however long none could be made`() async throws {
        let (kohort, engine) = try await Installation.gated(at: Self.noon)
        let (romerike, folder) = (try Slug("romerike"), kohort.ground.path)
        func backUp() async throws -> BackupTenants.Answer {
            try await BackupTenants(tenant: nil, folder: folder, keptDays: 7).answer(in: kohort.open)
        }
        func paths(_ answer: BackupTenants.Answer) -> [String] {
            answer.written.filter { $0.tenant == romerike }.map(\.path)
        }
        let first = try await backUp()
        kohort.clock.move(to: Self.noon.adding(days: 1))
        let second = try await backUp()
        let tenant = try #require(try await kohort.open.find(romerike))
        await kohort.open.close(tenant.id)
        engine.refuse(.opening(tenant.id))
        kohort.clock.move(to: Self.noon.adding(days: 20))
        let bad = try await backUp()
        #expect(bad.failed.map(\.tenant) == [romerike])
        let others = second.written.map(\.path).filter { !paths(second).contains($0) }
        #expect(Set(bad.expired) == Set(first.written.map(\.path) + others))
        engine.allow(.opening(tenant.id))
        #expect(try await paths(backUp()).count == 1)
        kohort.clock.move(to: Self.noon.adding(days: 21))
        _ = try await ChangeTenantState(slug: romerike, to: .deleted).answer(in: kohort.open)
        kohort.clock.move(to: Self.noon.adding(days: 60))
        _ = try await PurgeDeletedTenants().answer(in: kohort.open)
        _ = try await backUp()
        let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".kohort") }
        #expect(left.map { $0.prefix { $0 != "2" } } == ["norra-norrland-"], "of a purged tenant none stays")
        try await kohort.open.close()
    }

    @Test func `what a backup left that was cut off goes after a day, and is never a backup`() async throws {
        let kohort = try await Installation(at: .now)
        let folder = kohort.ground.path
        let names = ["old.kohort.part", "young.kohort.part", "notes.part"]
        for name in names { try Data("half".utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
        for name in [names[0], names[2]] {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -90_000)], ofItemAtPath: "\(folder)/\(name)")
        }
        await #expect(throws: ArchiveFault.cutOff) {
            try await VerifyArchive(path: "\(folder)/\(names[1])").answer(in: kohort.open)
        }
        let call = BackupTenants(tenant: try Slug("romerike"), folder: folder, keptDays: 30)
        #expect(try await call.answer(in: kohort.open).failed.isEmpty)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".part") }
        #expect(left.sorted() == ["notes.part", "young.kohort.part"])
        try await kohort.open.close()
    }

    @Test func `who watches a call on archives is told how far it has come, and nothing before and after`() async throws
    {
        let kohort = try await Installation(at: Self.noon)
        let (path, work) = (kohort.ground.path + "/romerike.kohort", kohort.open.work)
        _ = try await ExportTenant(slug: try Slug("romerike"), path: path).answer(in: kohort.open)
        let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
        let archive = work.archive(path)
        #expect(try await ShowArchiveWork(path: path).answer(in: kohort.open) == nil)
        try await work.counting(path) {
            _ = try await kohort.open.verify(archive)
            #expect(try await ShowArchiveWork(path: path).answer(in: kohort.open) == ArchiveStage(bytes: size))
            _ = try await kohort.open.take(archive, as: try Slug("romerike-copy"))
        }
        #expect(try await ShowArchiveWork(path: path).answer(in: kohort.open) == nil)
        try await work.counting("all", tenants: 2) {
            let one = work.archive(path + "2", for: "all")
            let tenant = try await kohort.open.require(try Slug("romerike"))
            _ = try await kohort.open.export(tenant, to: one)
            work.finishTenant(for: "all")
            let stage = ArchiveStage(bytes: size, tenants: 1, tenantsInAll: 2)
            #expect(try await ShowArchiveWork(path: "all").answer(in: kohort.open) == stage)
        }
        try await kohort.open.close()
    }

    @Test func `a tenant made of a backup holds what waited to be mailed, and one that moves does not`() async throws {
        let (here, there) = (try await Installation(at: Self.noon), try await Installation(at: Self.noon, empty: true))
        let slug = try Slug("romerike")
        let invitation = MailInvitation(
            tenant: slug, email: try #require(EmailAddress("lead@office.example")), name: "Lead", role: .lead,
            organisation: nil, language: .nb)
        _ = try await invitation.answer(in: here.open)
        let moving = here.ground.path + "/moving.kohort"
        _ = try await ExportTenant(slug: slug, path: moving).answer(in: here.open)
        let made = try await BackupTenants(tenant: slug, folder: here.ground.path, keptDays: 7).answer(in: here.open)
        let backup = try #require(made.written.first?.path)
        for (path, name, state) in [(moving, "moved", MessageState.waiting), (backup, "restored", .failed)] {
            let copy = try Slug(name)
            _ = try await ImportTenant(path: path, slug: copy).answer(in: there.open)
            let tenant = try #require(try await there.open.find(copy))
            let mail = try await there.open.use(tenant) { open in
                try await open.store.fetch(OutboxList(), by: .operator, at: Self.noon)
            }
            #expect(mail.map(\.state) == [state])
        }
        try await here.open.close()
        try await there.open.close()
    }

    private func events(_ kohort: Installation, _ slug: Slug) async throws -> Int {
        let tenant = try #require(try await kohort.open.find(slug))
        return try await kohort.open.use(tenant) { open in
            try await open.store.fetch(JournalCount(), by: .operator, at: Self.noon)
        }
    }

    private struct TablesThere: Query {
        static let permission = Permission.readOutbox
        let scope = Scope.consortium
        func fetch(in read: borrowing Read) throws -> [String] {
            try read.all(TestEngine.tables) { try $0[0] }
        }
    }

    private struct JournalCount: Query {
        static let permission = Permission.readOutbox
        let scope = Scope.consortium
        func fetch(in read: borrowing Read) throws -> Int { try read.count("select count(*) from journal") }
    }
}
