import Foundation
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp

/// What one tenant waits for, no other waits for. Shown by what goes on while a disk hangs, not by a clock: the
/// neighbour's work ends first, and then the disk is let go.
@Suite(.timeLimit(.minutes(15))) struct `A tenant whose disk hangs` {
    private static let noon = Instant.at("2026-11-01T11:00:00Z")

    @Test func `holds its own lane of writes and no other's`() async throws {
        let world = try await World()
        let (slow, neighbour) = (world.slow[0], world.neighbour)
        _ = try await world.write(slow)
        world.engine.hold(.writing(slow.id))
        let ended = Tally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    _ = try await world.write(slow)
                    ended.add()
                }
            }
            try await world.until { world.engine.waiting(at: .writing(slow.id)) == 1 }
            for _ in 0..<10 { _ = try await world.write(neighbour) }
            #expect(try await world.tokens(of: neighbour) == 10)
            // Who only reads the slow one is answered as well.
            #expect(try await world.tokens(of: slow) == 1)
            #expect(ended.count == 0 && world.engine.waiting(at: .writing(slow.id)) == 1)
            world.engine.release()
            try await group.waitForAll()
        }
        #expect(try await world.tokens(of: slow) == 21)
    }

    @Test func `is exported beside the requests to it and to others`() async throws {
        let world = try await World()
        let (slow, neighbour) = (world.slow[0], world.neighbour)
        try await world.store(in: slow)
        world.engine.hold(.files(slow.id))
        let paths = (1...3).map { world.folder.path + "/\($0).kohort" }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for path in paths {
                group.addTask { _ = try await ExportTenant(slug: slow.slug, path: path).answer(in: world.kohort) }
            }
            try await world.until { world.engine.waiting(at: .files(slow.id)) == paths.count }
            // As many as there are readers, and more, are at it; both tenants are read and written to all the same.
            for tenant in [neighbour, slow] {
                _ = try await world.write(tenant)
                #expect(try await world.tokens(of: tenant) == 1)
            }
            #expect(world.engine.waiting(at: .files(slow.id)) == paths.count)
            world.engine.release()
            try await group.waitForAll()
        }
        for path in paths { #expect(try Archive(path: path).head().slug == slow.slug) }
    }

    @Test func `is opened beside the requests to others, however many hang`() async throws {
        let world = try await World(slow: ProcessInfo.processInfo.activeProcessorCount + 1)
        _ = try await world.write(world.neighbour)
        for tenant in world.slow {
            await world.kohort.close(tenant.id)
            world.engine.hold(.opening(tenant.id))
        }
        let ended = Tally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for tenant in world.slow {
                group.addTask {
                    _ = try await world.write(tenant)
                    ended.add()
                }
            }
            try await world.until { world.slow.contains { world.engine.waiting(at: .opening($0.id)) == 1 } }
            for _ in 0..<10 { _ = try await world.write(world.neighbour) }
            #expect(try await world.tokens(of: world.neighbour) == 11)
            #expect(ended.count == 0)
            world.engine.release()
            try await group.waitForAll()
        }
        #expect(ended.count == world.slow.count)
    }

    @Test func `is made beside the requests to others, however many hang`() async throws {
        let world = try await World()
        _ = try await world.write(world.neighbour)
        world.engine.hold(.making)
        let (count, ended) = (ProcessInfo.processInfo.activeProcessorCount + 1, Tally())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<count {
                group.addTask {
                    try await world.make("new-\(number)")
                    ended.add()
                }
            }
            try await world.until { world.engine.waiting(at: .making) > 0 }
            for _ in 0..<10 { _ = try await world.write(world.neighbour) }
            #expect(try await world.tokens(of: world.neighbour) == 11)
            #expect(ended.count == 0)
            world.engine.release()
            try await group.waitForAll()
        }
        #expect(ended.count == count)
    }

    private struct World {
        let folder: TestFolder
        let engine: GatedEngine
        let kohort: Kohort
        let slow: [Tenant]
        let neighbour: Tenant

        init(slow count: Int = 1) async throws {
            folder = try TestFolder()
            var settings = try await Settings.read(file: nil)
            settings.move(to: folder.path + "/data")
            let resources = try InstallationResources.take(settings)
            engine = GatedEngine(resources.engine)
            let gated = InstallationResources(
                engine: engine, registry: resources.registry, secret: resources.secret, lock: resources.lock,
                threads: resources.threads)
            kohort = try await Kohort.open(settings, clock: WallClock { noon }, on: gated)
            var tenants: [Tenant] = []
            for number in 0...count {
                try await Self.make("number-\(number)", in: kohort)
                tenants.append(try await kohort.require(try Slug("number-\(number)")))
            }
            (neighbour, slow) = (tenants[0], Array(tenants.dropFirst()))
        }

        func make(_ slug: String) async throws { try await Self.make(slug, in: kohort) }

        private static func make(_ slug: String, in kohort: Kohort) async throws {
            let yaml = try OperatorWorld.definition.replacing("slug: norra-norrland\n", with: "slug: \(slug)\n")
            _ = try await ApplyDefinitionFile(yaml: yaml, isDryRun: false).answer(in: kohort)
        }

        func write(_ tenant: Tenant) async throws -> TokenID {
            try await MakeToken(tenant: tenant.slug, role: .lead, organisation: nil, name: "a token", days: 7)
                .answer(in: kohort).id
        }

        func tokens(of tenant: Tenant) async throws -> Int {
            try await kohort.use(tenant) { open in
                try await open.store.fetch(TokenCount(), by: .operator, at: noon)
            }
        }

        /// A file that an archive of the tenant bears.
        func store(in tenant: Tenant) async throws {
            try await kohort.use(tenant) { open in
                let upload = try await open.files.begin()
                try await upload.append(Array("%PDF-1.4".utf8))
                _ = try await open.store.perform(KeepFile(file: try await upload.finish()), by: .system, at: noon)
            }
        }

        /// Waits for what other threads are about to do.
        func until(_ condition: () -> Bool) async throws {
            while !condition() { try await Task.sleep(for: .milliseconds(5)) }
        }
    }

    private struct TokenCount: KohortStore.Query {
        static let permission = Permission.readOutbox
        let scope = Scope.consortium
        func fetch(in read: borrowing Read) throws -> Int { try read.count("select count(*) from api_token") }
    }
}
