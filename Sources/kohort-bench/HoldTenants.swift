import ArgumentParser
import Foundation
import KohortApp
import KohortCore
import KohortSQLite
import KohortStore
import Tenancy

/// Makes many tenants of one definition, opens each once as a new program would, and then keeps 50 of them busy.
struct HoldTenants: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenants", abstract: "Makes many tenants, opens all of them, and visits some at random.")
    @Option(help: "How many tenants.") var count = 10_000
    @Option(help: "How many are held open at once.") var open = 50
    @Option(help: "How many visits.") var visits = 20_000
    private static let callers = 16

    func run() async throws {
        var settings = try await Settings.read(file: nil)
        settings.openTenants = open
        try await make(in: settings)
        let kohort = try await Kohort.open(settings)
        try await openEach(in: kohort)
        try await visitSome(in: kohort)
        let tenants = try await kohort.allTenants()
        try await kohort.close()
        try await migrate(tenants, in: settings.data)
    }

    private func make(in settings: Settings) async throws {
        let yaml = try String(contentsOfFile: settings.definitions + "/general.yaml", encoding: .utf8)
        let kohort = try await Kohort.open(settings)
        let slug = try ConsortiumDefinition.read(yaml: yaml).slug
        let time = try await ContinuousClock().measure {
            try await each(0..<count) { number in
                let own = yaml.replacing("slug: \(slug)", with: "slug: \(Self.slug(number))", maxReplacements: 1)
                _ = try await ApplyDefinitionFile(yaml: own, isDryRun: false).answer(in: kohort)
            }
        }
        print("made_per_second=\(Int(Double(count) / (time / .seconds(1))))")
        try await kohort.close()
    }

    /// A step more than they were made with is applied to each, as an upgrade does: a table and its index.
    private func migrate(_ tenants: [Tenant], in folder: String) async throws {
        let step = SchemaModule(
            "bench",
            [
                Migration(
                    "step",
                    [
                        "create table bench_step (id \(.text) primary key)",
                        "create index bench_step_id on bench_step (id)",
                    ])
            ])
        let composition = Composition(
            schema: Schema(Schema.tenant.modules + [step]), authority: GrantAuthority(.kohort).authority)
        let (engine, threads) = (try SQLiteEngine(folder: folder), StoreThreads())
        let time = try await ContinuousClock().measure {
            try await each(tenants.indices) { number in
                let id = tenants[number].id
                let store = Store(tenant: id, storage: try engine.open(id), composition: composition, threads: threads)
                _ = try await store.migrate(at: .now)
                try await store.close()
            }
        }
        print("migrated_per_second=\(Int(Double(count) / (time / .seconds(1))))")
    }

    /// What a new program does once: each database is opened, looked at for steps to apply, and asked for its front page.
    private func openEach(in kohort: Kohort) async throws {
        let time = try await ContinuousClock().measure {
            try await each(0..<count) { try await visit($0, in: kohort) }
        }
        print("opened_per_second=\(Int(Double(count) / (time / .seconds(1))))")
    }

    /// Half of the tenants held open are asked at random, and every twentieth visit wakes one that nobody visits else.
    private func visitSome(in kohort: Kohort) async throws {
        let waking = Samples()
        let known = Samples()
        try await each(0..<visits) { number in
            let wakes = number.isMultiple(of: 20)
            let tenant = wakes ? Int.random(in: open..<count) : Int.random(in: 0..<open / 2)
            let time = try await ContinuousClock().measure { try await visit(tenant, in: kohort) }
            (wakes ? waking : known).add(time)
        }
        print("first_touch_ms=\(waking.median) \(waking.slowest)")
        print("touch_ms=\(known.median) \(known.slowest)")
        print("descriptors=\(try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count)")
        print("memory_mb=\(try Self.memory())")
    }

    private func visit(_ number: Int, in kohort: Kohort) async throws {
        try await kohort.use(try Slug(Self.slug(number))) { open in
            _ = try await open.store.fetch(ConsortiumFront(), by: .anonymous, at: kohort.clock.now)
        }
    }

    private func each(_ numbers: Range<Int>, _ body: @escaping @Sendable (Int) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in numbers {
                if number - numbers.lowerBound >= Self.callers { try await group.next() }
                group.addTask { try await body(number) }
            }
            try await group.waitForAll()
        }
    }

    private static func slug(_ number: Int) -> String { "tenant-\(number)" }

    /// What is the process's own (PSS).
    private static func memory() throws -> Int {
        let rollup = try String(contentsOfFile: "/proc/self/smaps_rollup", encoding: .utf8)
        let line = rollup.split(separator: "\n").first { $0.hasPrefix("Pss:") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) / 1024
    }
}
