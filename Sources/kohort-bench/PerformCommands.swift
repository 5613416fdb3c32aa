import ArgumentParser
import KohortApp
import KohortCore
import KohortSQLite
import KohortStore
import Tenancy

/// Rounds of one bare durable insert after another and of commands by many callers, in turn; a line of rates for each.
struct PerformCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commands", abstract: "Performs commands and bare inserts in turn, and prints rates per second.")
    @Option(help: "An empty folder on the disk in question.") var folder: String
    @Option(help: "How many rounds.") var rounds = 5
    @Option(help: "How many callers at once.") var callers = 64
    private static let inserts = 1500
    private static let commands = 12_800

    func run() async throws {
        let (engine, tenant) = (try SQLiteEngine(folder: folder), TenantID.new())
        try engine.create(tenant, BenchNotes.schema)
        let storage = try engine.open(tenant)
        let store = Store(
            tenant: tenant, storage: storage, composition: BenchNotes.composition, threads: StoreThreads())
        let lead = try await BenchNotes.lead(in: store)
        for round in 1...rounds {
            let inserts = try await rate(of: Self.inserts) { try BenchNotes.insertOneByOne(Self.inserts, in: storage) }
            let commands = try await rate(of: Self.commands) { try await perform(by: lead, in: store) }
            print("round=\(round) inserts=\(inserts) commands=\(commands)")
        }
        try await store.close()
    }

    private func perform(by lead: Actor, in store: Store) async throws {
        let each = Self.commands / callers
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<callers {
                group.addTask {
                    for _ in 0..<each { _ = try await store.perform(TakeNote(id: .new()), by: lead, at: .now) }
                }
            }
            try await group.waitForAll()
        }
    }

    private func rate(of count: Int, _ body: () async throws -> Void) async throws -> Int {
        let time = try await ContinuousClock().measure(body)
        return Int(Double(count) / (time / .seconds(1)))
    }
}
