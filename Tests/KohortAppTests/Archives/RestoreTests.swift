import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp

@Suite struct `A restore that fails` {
    private static let noon = Instant.at("2026-11-01T11:00:00Z")

    @Test(arguments: [TenantState.active, .suspended])
    func `leaves the tenant as it was, and says what it failed for`(state: TenantState) async throws {
        let (world, engine) = try await Installation.gated(at: Self.noon)
        let (slug, path) = (try Slug("romerike"), world.ground.path + "/romerike.kohort")
        _ = try await ExportTenant(slug: slug, path: path).answer(in: world.open)
        if state == .suspended { _ = try await ChangeTenantState(slug: slug, to: state).answer(in: world.open) }
        let tenant = try #require(try await world.open.find(slug))
        let restore = RestoreArchive(path: path, slug: slug)
        engine.refuse(.replacing(tenant.id))
        await #expect(throws: GatedEngine.refusal) { try await restore.answer(in: world.open) }
        #expect(try await world.open.find(slug) == tenant)
        #expect(try await world.open.use(tenant) { _ in true })
        engine.allow(.replacing(tenant.id))
        #expect(try await restore.answer(in: world.open).state == .suspended)
        try await world.open.close()
    }

    @Test func `says that the tenant stays suspended where nobody knows which data it has`() async throws {
        let (world, engine) = try await Installation.gated(at: Self.noon)
        let (slug, path) = (try Slug("romerike"), world.ground.path + "/romerike.kohort")
        _ = try await ExportTenant(slug: slug, path: path).answer(in: world.open)
        let tenant = try #require(try await world.open.find(slug))
        engine.refuse(.replacing(tenant.id), with: .undecided("the server is lost"))
        let problem = await #expect(throws: OperatorProblem.self) {
            try await RestoreArchive(path: path, slug: slug).answer(in: world.open)
        }
        #expect(problem?.code == "restore.left_suspended")
        #expect(problem?.lines.first?.contains("the server is lost") == true)
        #expect(try await world.open.find(slug)?.state == .suspended)
        try await world.open.close()
    }

    @Test func `leaves a tenant deleted that was deleted meanwhile, and one suspended that was resumed meanwhile`()
        async throws
    {
        let (world, engine) = try await Installation.gated(at: Self.noon)
        let (slug, path) = (try Slug("romerike"), world.ground.path + "/romerike.kohort")
        _ = try await ExportTenant(slug: slug, path: path).answer(in: world.open)
        func restored(whenMovedTo state: TenantState) async throws -> TenantLine {
            engine.hold(.making)
            let restore = Task { try await RestoreArchive(path: path, slug: slug).answer(in: world.open) }
            while engine.waiting(at: .making) == 0 { try await Task.sleep(for: .milliseconds(5)) }
            _ = try await ChangeTenantState(slug: slug, to: state).answer(in: world.open)
            engine.release()
            return try await restore.value
        }
        _ = try await ChangeTenantState(slug: slug, to: .suspended).answer(in: world.open)
        #expect(try await restored(whenMovedTo: .active).state == .suspended)
        await #expect(throws: OperatorProblem(conflict: "tenant.is_deleted")) {
            try await restored(whenMovedTo: .deleted)
        }
        #expect(try await world.open.find(slug)?.state == .deleted)
        #expect(try await Doctor().answer(in: world.open).allSatisfy { $0.subject != "data" })
        try await world.open.close()
    }
}
