import Foundation
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp

/// Two archives of one tenant, an older and a newer one, brought to daemons of one installation.
@Suite(.enabled(if: TestEngine.isShared, "one process has a folder to itself"), .timeLimit(.minutes(15)))
struct SharedImportTests {
    private static let noon = Instant.at("2026-11-01T11:00:00Z")

    @Test func `while a daemon puts a tenant in its place another is refused, and each gets what its archive holds`()
        async throws
    {
        let world = try await World()
        let (first, second) = (world.daemons[0], world.daemons[1])
        world.engines[0].hold(.replacing(world.tenant))
        let made = Task { try await ImportTenant(path: world.older.path, slug: nil).answer(in: first) }
        while world.engines[0].waiting(at: .replacing(world.tenant)) == 0 {
            try await Task.sleep(for: .milliseconds(5))
        }
        let other = ImportTenant(path: world.newer.path, slug: try Slug("other"))
        await #expect(throws: OperatorProblem(conflict: "tenant.in_making")) { try await other.answer(in: second) }
        world.engines[0].release()
        #expect(try await made.value.slug == world.older.tenant)
        #expect(try await other.answer(in: second).slug.text == "other")
        #expect(try await world.content(of: "romerike") == world.older.sha256)
        #expect(try await world.content(of: "other") != world.older.sha256)
        #expect(try world.ground.tenants().count == 2)
    }

    @Test func `what many daemons import at once holds for each what its archive held`() async throws {
        let world = try await World()
        let imports = try (0..<8).map { number in
            let archive = number.isMultiple(of: 2) ? world.older : world.newer
            return (world.daemons[number % 2], archive, try Slug("number-\(number)"))
        }
        let ends = await atOnce(imports) { kohort, archive, slug in
            let line = try await ImportTenant(path: archive.path, slug: slug).answer(in: kohort)
            return (line.slug.text, archive.rows)
        }
        #expect(!ends.successes().isEmpty)
        for (slug, rows) in ends.successes() { #expect(try await world.rows(of: slug) == rows, "\(slug)") }
        #expect(try world.ground.tenants().count == ends.successes().count)
        let codes = Set(ends.failures().map { OperatorProblem(of: $0).code })
        #expect(codes.isSubset(of: ["tenant.in_making"]), "\(codes)")
    }

    @Test func `of two that restore one tenant at once the second is refused, and it is suspended afterwards`()
        async throws
    {
        let world = try await World()
        let (first, second, slug) = (world.daemons[0], world.daemons[1], world.older.tenant)
        _ = try await ImportTenant(path: world.older.path, slug: nil).answer(in: first)
        world.engines[0].hold(.replacing(world.tenant))
        let restored = Task { try await RestoreArchive(path: world.newer.path, slug: slug).answer(in: first) }
        while world.engines[0].waiting(at: .replacing(world.tenant)) == 0 {
            try await Task.sleep(for: .milliseconds(5))
        }
        let other = RestoreArchive(path: world.older.path, slug: slug)
        await #expect(throws: OperatorProblem(conflict: "tenant.in_making")) { try await other.answer(in: second) }
        world.engines[0].release()
        #expect(try await restored.value.state == .suspended)
        #expect(try await world.content(of: "romerike") == world.newer.sha256)
        _ = try await ChangeTenantState(slug: slug, to: .active).answer(in: second)
        #expect(try await other.answer(in: second).state == .suspended)
        #expect(try await world.content(of: "romerike") == world.older.sha256)
    }

    /// Two daemons of one installation without a tenant, and archives of a tenant that another one has.
    private struct World {
        let ground: TestGround
        let daemons: [Kohort]
        let engines: [GatedEngine]
        let tenant: TenantID
        let older: ArchiveLines
        let newer: ArchiveLines

        init() async throws {
            let (home, slug) = (try await Installation(at: noon), try Slug("romerike"))
            ground = try TestGround()
            tenant = try await home.open.require(slug).id
            older = try await ExportTenant(slug: slug, path: ground.path + "/older.kohort").answer(in: home.open)
            _ = try await MakeToken(tenant: slug, role: .lead, organisation: nil, name: "a token", days: 7)
                .answer(in: home.open)
            newer = try await ExportTenant(slug: slug, path: ground.path + "/newer.kohort").answer(in: home.open)
            try await home.open.close()
            var (daemons, engines): ([Kohort], [GatedEngine]) = ([], [])
            for number in 1...2 {
                let settings = try await ground.settings(of: "daemon-\(number)")
                let taken = try InstallationResources.take(settings)
                let engine = GatedEngine(taken.engine)
                engines.append(engine)
                let gated = InstallationResources(
                    engine: engine, registry: taken.registry, secret: taken.secret, lock: taken.lock,
                    threads: taken.threads)
                daemons.append(try await Kohort.open(settings, clock: WallClock { noon }, on: gated))
            }
            (self.daemons, self.engines) = (daemons, engines)
        }

        /// The sum of what an archive of the tenant would hold, its name included.
        func content(of slug: String) async throws -> String { try await exported(slug).sha256 }
        func rows(of slug: String) async throws -> Int { try await exported(slug).rows }

        private func exported(_ slug: String) async throws -> ArchiveLines {
            let path = "\(ground.path)/\(UUID().uuidString).kohort"
            return try await ExportTenant(slug: try Slug(slug), path: path).answer(in: daemons[1])
        }
    }
}
