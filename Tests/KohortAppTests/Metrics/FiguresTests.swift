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
        var looks = Looks(kohort.open)
        await kohort.open.close(tenant.id)
        looks.beginRound()
        #expect(try await looks.take(tenant.id))
        #expect(try await !looks.take(tenant.id), "no look was kept: it was in vain")
        kohort.clock.move(to: .at("2026-11-01T11:00:10Z"))
        #expect(try await looks.take(tenant.id))
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
