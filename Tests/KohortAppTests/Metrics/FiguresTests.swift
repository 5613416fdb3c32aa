import Foundation
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp

struct FiguresTests {
    @Test(.enabled(if: !TestEngine.isShared, "it is a file that breaks here"))
    func `a tenant that cannot be opened is counted until it can, unnamed, while its neighbour is served`()
        async throws
    {
        let kohort = try await Installation(at: .at("2026-11-01T11:00:00Z"))
        let (broken, whole) = (try Slug("romerike"), try Slug("norra-norrland"))
        let file = try await self.file(of: broken, kohort)
        let kept = try Data(contentsOf: file)
        #expect(try await seen(kohort) == Seen(broken: 0, unavailable: 0))
        try Data(repeating: 0x20, count: 8192).write(to: file)
        for _ in 0..<2 {
            await #expect(throws: StoreFault.self) { try await kohort.open.use(broken) { _ in true } }
        }
        #expect(try await kohort.open.use(whole) { _ in true })
        #expect(try await seen(kohort) == Seen(broken: 1, unavailable: 2))
        #expect(try await Doctor().answer(in: kohort.open).map(\.isWell) == [false, true, false])
        try kept.write(to: file)
        #expect(try await kohort.open.use(broken) { _ in true })
        #expect(try await seen(kohort) == Seen(broken: 0, unavailable: 3))
        try await kohort.open.close()
    }

    @Test
    func
        `the doctor names the tenant that found no room, and since when, until there is room, also where nobody writes`()
        async throws
    {
        let (kohort, engine) = try await Installation.gated(at: .at("2026-11-01T11:00:00Z"))
        let (full, whole) = (try #require(try await kohort.open.find(try Slug("romerike"))), try Slug("norra-norrland"))
        func write(_ tenant: Slug) async throws {
            _ = try await MakeToken(tenant: tenant, role: .lead, organisation: nil, name: "a token", days: 7).answer(
                in: kohort.open)
        }
        func found() async throws -> [String: String] {
            let findings = try await Doctor().answer(in: kohort.open).filter { !$0.isWell && $0.subject != "mail" }
            return Dictionary(uniqueKeysWithValues: findings.map { ($0.subject, $0.text) })
        }
        engine.refuse(.writing(full.id), with: .full)
        #expect(try await found() == [:])
        await #expect(throws: StoreFault.full) { try await write(full.slug) }
        try await write(whole)
        kohort.clock.move(to: .at("2026-11-01T12:00:00Z"))
        let told = "since 2026-11-01T11:00:00.000Z nothing can be written: The disk is full: nothing was written."
        for _ in 0..<2 { #expect(try await found() == ["romerike": told]) }
        engine.allow(.writing(full.id))
        #expect(try await found() == [:])
        try await write(full.slug)
        #expect(try await found() == [:])
        try await kohort.open.close()
    }

    @Test func `what the storage refused is told by tenant where a setting asks for it`() throws {
        let (faults, tenants) = (StorageFaults(), try ["ks", "romerike"].map { try Slug($0) })
        for tenant in tenants { faults.count(.full, of: tenant) }
        let sample = "kohort_storage_faults_total{reason=\"full\""
        #expect(faults.family(namingTenants: false).text.contains("\(sample)} 2\n"))
        let named = faults.family(namingTenants: true).text
        for tenant in tenants { #expect(named.contains("\(sample),tenant=\"\(tenant)\"} 1\n")) }
    }

    @Test(.enabled(if: !TestEngine.isShared, "a server's schemas may be another installation's"))
    func `the doctor names what an unfinished making of a tenant left, and nothing that is a tenant's`()
        async throws
    {
        let kohort = try await Installation(at: .at("2026-11-01T11:00:00Z"))
        let doctor = Doctor()
        #expect(try await !doctor.answer(in: kohort.open).map(\.subject).contains("data"))
        let stray = TenantID.new()
        try kohort.open.engine.create(stray, .tenant)
        let found = try await doctor.answer(in: kohort.open).filter { $0.subject == "data" }
        #expect(found.map(\.isWell) == [false])
        #expect(found.allSatisfy { $0.text.contains("\(stray)") })
        try kohort.open.engine.remove(stray)
        #expect(try await !doctor.answer(in: kohort.open).map(\.subject).contains("data"))
        try await kohort.open.close()
    }

    @Test func `a worker leaves a tenant alone that could not be used, and comes back when its time has come`()
        async throws
    {
        let kohort = try await Installation(at: .at("2026-11-01T11:00:00Z"))
        let tenant = try #require(try await kohort.open.find(try Slug("romerike")))
        var polls = TenantPolls(kohort.open)
        await kohort.open.close(tenant.id)
        polls.beginRound()
        #expect(try await polls.take(tenant.id))
        #expect(try await !polls.take(tenant.id), "no poll was kept: it was in vain")
        kohort.clock.move(to: .at("2026-11-01T11:00:10Z"))
        #expect(try await polls.take(tenant.id))
        try await kohort.open.close()
    }

    private struct Seen: Equatable {
        let broken: Int
        let unavailable: Int
    }

    private func seen(_ kohort: Installation) async throws -> Seen {
        let text = try await kohort.open.figures().map(\.text).joined()
        #expect(!text.contains("romerike"))
        func value(_ sample: String) -> Int {
            let line = text.split(separator: "\n").first { $0.hasPrefix(sample + " ") }
            return line.flatMap { Int($0.dropFirst(sample.count + 1)) } ?? -1
        }
        return Seen(
            broken: value("kohort_tenants{state=\"broken\"}"),
            unavailable: value("kohort_storage_faults_total{reason=\"unavailable\"}"))
    }

    /// Where a tenant's database lies, at rest.
    private func file(of slug: Slug, _ kohort: Installation) async throws -> URL {
        let tenant = try #require(try await kohort.open.find(slug))
        await kohort.open.close(tenant.id)
        let home = "\(kohort.ground.path)/data/tenants/\(tenant.id.description.suffix(2))/\(tenant.id)"
        return URL(filePath: home + "/tenant.sqlite")
    }
}
