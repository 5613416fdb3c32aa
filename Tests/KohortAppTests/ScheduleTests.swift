import Foundation
import KohortCore
import KohortStore
import KohortTesting
import Logging
import Tenancy
import Testing

@testable import KohortApp

struct ScheduleTests {
    @Test func `the sweep goes over every tenant, and takes what nobody can use any more`() async throws {
        let ground = try TestGround()
        let kohort = try await Self.installation(on: ground, at: Instant.now.adding(days: 2))
        let slugs = [try Slug("norra-norrland"), try Slug("romerike")]
        var left: [StoredFile] = []
        for slug in slugs { left.append(try await kohort.use(slug) { try await Self.leave("a CV", in: $0) }) }
        await Schedule(kohort, logger: Logger(label: "schedule")).goRound()
        for (slug, file) in zip(slugs, left) {
            let content = try await kohort.use(slug) { try await $0.files.read(file.hash) }
            #expect(content == nil)
        }
        try await kohort.close()
    }

    @Test func `the operator sweeps at once, and is told what went and where nothing could`() async throws {
        let ground = try TestGround()
        let kohort = try await Self.installation(on: ground, at: Instant.now.adding(days: 2))
        let (left, broken) = (try Slug("norra-norrland"), try #require(try await kohort.find(try Slug("romerike"))))
        let file = try await kohort.use(left) { try await Self.leave("a CV", in: $0) }
        await kohort.close(broken.id)
        try kohort.engine.remove(broken.id)
        let lines = try await SweepTenants().answer(in: kohort)
        #expect(lines.map(\.files) == [1, 0])
        #expect(lines.map { $0.problem == nil } == [true, false])
        #expect(try await kohort.use(left) { try await $0.files.read(file.hash) } == nil)
        try await kohort.close()
    }

    @Test func `what came today stays`() async throws {
        let ground = try TestGround()
        let kohort = try await Self.installation(on: ground, at: .now)
        let slug = try Slug("romerike")
        let file = try await kohort.use(slug) { try await Self.leave("a CV", in: $0) }
        await Schedule(kohort, logger: Logger(label: "schedule")).goRound()
        #expect(try await kohort.use(slug) { try await $0.files.read(file.hash) } == Array("a CV".utf8))
        try await kohort.close()
    }

    private static func installation(on ground: TestGround, at now: Instant) async throws -> Kohort {
        let kohort = try await Kohort.open(try await ground.settings(), clock: WallClock { now })
        let root = URL(fileURLWithPath: #filePath).pathComponents.prefix { $0 != "Tests" }.joined(separator: "/")
        for name in ["norra-norrland", "romerike"] {
            let yaml = try String(contentsOfFile: "\(root)/config/consortia/\(name).yaml", encoding: .utf8)
            _ = try await ApplyDefinitionFile(yaml: yaml, isDryRun: false).answer(in: kohort)
        }
        return kohort
    }

    private static func leave(_ text: String, in open: TenantStore) async throws -> StoredFile {
        let upload = try await open.files.begin()
        try await upload.append(Array(text.utf8))
        return try await upload.finish()
    }
}
