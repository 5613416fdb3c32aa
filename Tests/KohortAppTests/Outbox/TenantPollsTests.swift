import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp

struct TenantPollsTests {
    private let folder: TestFolder
    private let clock = MovableClock(.at("2026-09-01T08:00:00Z"))
    private let kohort: Kohort
    private let tenants: [Tenant]

    init() async throws {
        folder = try TestFolder()
        var settings = try await Settings.read(file: nil)
        settings.move(to: folder.path)
        kohort = try await Kohort.open(settings, clock: WallClock { [clock] in clock.now })
        for name in ["one", "three", "two"] { try await kohort.create(Slug(name)) { _ in } }
        tenants = try await kohort.activeTenants()
        for tenant in tenants { await kohort.close(tenant.id) }
    }

    @Test func `tenants that sleep are looked at some at a time, those that are awake at once`() async throws {
        var polls = TenantPolls(kohort, newPerRound: 1)
        try await kohort.use(tenants[2]) { _ in }
        #expect(try await round(&polls) == ["one", "two"])
        #expect(try await round(&polls) == ["three"])
        #expect(try await round(&polls) == [])
        try await kohort.close()
    }

    @Test func `one that was looked at rests until its time has come or something is committed there`() async throws {
        var polls = TenantPolls(kohort)
        polls.beginRound()
        for tenant in tenants {
            #expect(try await polls.take(tenant.id))
            let version = try await kohort.use(tenant) { try await $0.store.version() }
            let due = tenant.slug.text == "one" ? clock.now.adding(.seconds(30)) : nil
            polls.keep(TenantPolls.Poll(version: version, due: due, at: clock.now), of: tenant.id)
            await kohort.close(tenant.id)
        }
        #expect(try await round(&polls) == [])
        try await kohort.use(tenants[1]) { _ in }
        await kohort.close(tenants[1].id)
        #expect(try await round(&polls) == [])
        try await kohort.use(tenants[2]) { open in
            _ = try await open.store.perform(SweepStore(), by: .system, at: clock.now)
        }
        await kohort.close(tenants[2].id)
        #expect(try await round(&polls) == ["two"])
        clock.move(to: clock.now.adding(.seconds(30)))
        #expect(try await round(&polls) == ["one", "two"], "of the second no poll was kept")
        try await kohort.close()
    }

    @Test func `one whose poll was in vain is tried again after a short rest`() async throws {
        var polls = TenantPolls(kohort)
        #expect(try await round(&polls) == ["one", "three", "two"])
        #expect(try await round(&polls) == [])
        clock.move(to: clock.now.adding(.seconds(10)))
        #expect(try await round(&polls) == ["one", "three", "two"])
        try await kohort.close()
    }

    private func round(_ polls: inout TenantPolls) async throws -> [String] {
        polls.beginRound()
        var taken: [String] = []
        for tenant in tenants where try await polls.take(tenant.id) { taken.append(tenant.slug.text) }
        return taken
    }
}
