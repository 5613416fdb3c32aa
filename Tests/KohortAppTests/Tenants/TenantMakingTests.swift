import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp

@Suite struct `A tenant that is being made` {
    private static let noon = Instant.at("2026-11-01T11:00:00Z")

    @Test func `keeps its data where nobody knows whether the registry took it, and leaves none where it did not`()
        async throws
    {
        let world = try await World()
        world.registry.lose(.before)
        await #expect(throws: StoreFault.unavailable("the server is lost")) { try await world.apply() }
        #expect(try await world.known().isEmpty && world.ground.tenants().isEmpty)
        world.registry.lose(.after)
        await #expect(throws: StoreFault.undecided("the server is lost")) { try await world.apply() }
        world.registry.lose(nil)
        let tenant = try #require(try await world.known().first)
        #expect(try await world.kohort.use(tenant) { _ in true })
        try await world.kohort.close()
    }

    @Test func `of an archive keeps its data where nobody knows whether the registry took it`() async throws {
        let (here, there) = (try await Installation(at: Self.noon), try await World())
        let path = here.ground.path + "/romerike.kohort"
        _ = try await ExportTenant(slug: try Slug("romerike"), path: path).answer(in: here.open)
        let call = ImportTenant(path: path, slug: nil)
        there.registry.lose(.before)
        await #expect(throws: StoreFault.unavailable("the server is lost")) { try await call.answer(in: there.kohort) }
        #expect(try await there.known().isEmpty && there.ground.tenants().isEmpty)
        there.registry.lose(.after)
        await #expect(throws: StoreFault.undecided("the server is lost")) { try await call.answer(in: there.kohort) }
        there.registry.lose(nil)
        let tenant = try #require(try await there.known().first)
        #expect(try await there.kohort.use(tenant) { _ in true })
        try await here.open.close()
        try await there.kohort.close()
    }

    @Test func `of one archive by many at once is made once, and is whole`() async throws {
        let (here, there) = (try await Installation(at: Self.noon), try await World())
        let path = here.ground.path + "/romerike.kohort"
        let written = try await ExportTenant(slug: try Slug("romerike"), path: path).answer(in: here.open)
        let ends = await withTaskGroup(of: String.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    do {
                        return try await ImportTenant(path: path, slug: nil).answer(in: there.kohort).state.rawValue
                    } catch { return OperatorProblem(of: error).code }
                }
            }
            return await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(ends.count { $0 == "suspended" } == 1, "\(ends)")
        #expect(Set(ends).isSubset(of: ["suspended", "tenant.in_making", "tenant.slug_taken"]), "\(ends)")
        #expect(try there.ground.tenants().count == 1)
        let again = try await ExportTenant(slug: try Slug("romerike"), path: path + "2").answer(in: there.kohort)
        #expect((again.sha256, again.rows) == (written.sha256, written.rows))
        try await here.open.close()
        try await there.kohort.close()
    }

    /// An empty installation whose registry is unsure where a test wants it.
    private struct World {
        let ground: TestGround
        let registry: UnsureRegistry
        let kohort: Kohort

        init() async throws {
            ground = try TestGround()
            let settings = try await ground.settings()
            let taken = try InstallationResources.take(settings)
            registry = UnsureRegistry(taken.registry)
            let unsure = InstallationResources(
                engine: taken.engine, registry: registry, secret: taken.secret, lock: taken.lock,
                threads: taken.threads)
            kohort = try await Kohort.open(settings, clock: WallClock { noon }, on: unsure)
        }

        func apply() async throws {
            _ = try await ApplyDefinitionFile(yaml: try OperatorWorld.definition, isDryRun: false).answer(in: kohort)
        }

        /// What the registry itself says, whatever is remembered of it.
        func known() async throws -> [Tenant] { try await kohort.allTenants() }
    }
}
