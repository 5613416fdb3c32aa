import ArgumentParser
import KohortCore
import KohortSQLite
import KohortStore

/// Rows of many bytes, each durable before the next: what a submission with a file is compared with.
struct InsertBlobs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blobs", abstract: "Inserts rows of many bytes one by one, and prints the rate per second.")
    @Option(help: "An empty folder on the disk in question.") var folder: String
    @Option(help: "How many bytes each.") var bytes = 200_000
    @Option(help: "How many rows.") var count = 200

    func run() throws {
        let (engine, tenant) = (try SQLiteEngine(folder: folder), TenantID.new())
        try engine.create(tenant, BenchNotes.schema)
        let storage = try engine.open(tenant)
        let text = String(repeating: "x", count: bytes)
        let time = try ContinuousClock().measure {
            try BenchNotes.insertOneByOne(count, of: text, in: storage)
        }
        print("inserts=\(Int(Double(count) / (time / .seconds(1))))")
        storage.close()
    }
}
