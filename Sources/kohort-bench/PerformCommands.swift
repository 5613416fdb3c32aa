import ArgumentParser
import KohortApp
import KohortCore
import KohortSQLite
import KohortStore
import Tenancy

/// Rounds of bare durable inserts and prepared reads, one after another, and of commands and queries by many callers, in
/// turn; a line of rates for each.
struct PerformCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commands",
        abstract: "Performs commands, queries and bare statements in turn, and prints rates per second.")
    @Option(help: "An empty folder on the disk in question.") var folder: String
    @Option(help: "How many rounds.") var rounds = 5
    @Option(help: "How many callers at once.") var callers = 64
    private static let inserts = 1500
    private static let commands = 12_800
    private static let reads = 64_000

    func run() async throws {
        let (engine, tenant) = (try SQLiteEngine(folder: folder), TenantID.new())
        try engine.create(tenant, BenchNotes.schema)
        let storage = try engine.open(tenant)
        let store = Store(
            tenant: tenant, storage: storage, composition: BenchNotes.composition, threads: StoreThreads())
        let lead = try await BenchNotes.lead(in: store)
        let note = DocumentID.new()
        _ = try await store.perform(TakeNote(id: note), by: lead, at: .now)
        for round in 1...rounds {
            let inserts = try await rate(of: Self.inserts) { try BenchNotes.insertOneByOne(Self.inserts, in: storage) }
            let commands = try await rate(of: Self.commands) {
                try await callAtOnce(Self.commands) {
                    _ = try await store.perform(TakeNote(id: .new()), by: lead, at: .now)
                }
            }
            let reads = try await rate(of: Self.reads) {
                try BenchNotes.readOneByOne(Self.reads, of: note, in: storage)
            }
            let queries = try await rate(of: Self.reads) {
                try await callAtOnce(Self.reads) { _ = try await store.fetch(NoteText(id: note), by: lead, at: .now) }
            }
            print("round=\(round) inserts=\(inserts) commands=\(commands) reads=\(reads) queries=\(queries)")
        }
        try await store.close()
    }

    private func callAtOnce(_ count: Int, _ call: @escaping @Sendable () async throws -> Void) async throws {
        let each = count / callers
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<callers { group.addTask { for _ in 0..<each { try await call() } } }
            try await group.waitForAll()
        }
    }

    private func rate(of count: Int, _ body: () async throws -> Void) async throws -> Int {
        let time = try await ContinuousClock().measure(body)
        return Int(Double(count) / (time / .seconds(1)))
    }
}
