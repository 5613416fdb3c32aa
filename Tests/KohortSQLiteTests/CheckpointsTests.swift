import Foundation
import KohortCore
import KohortSQLite
import KohortStore
import KohortTesting
import Testing

struct CheckpointsTests {
    @Test func `a log that has grown long is folded into its file and counted, with its pages and no name`()
        async throws
    {
        let tried = try SQLiteStore()
        let before = figures(tried)
        try await tried.write("short")
        #expect(figures(tried) == before)
        for number in 0..<3 { try await tried.write("long \(number)", length: 5_000_000) }
        let after = figures(tried)
        #expect(after.count == before.count + 3)
        #expect(after.pages > before.pages + 3500)
        try await tried.store.close()
        #expect(figures(tried).count == after.count + 1)
        #expect(!tried.engine.figures.map(\.text).joined().contains("\(tried.store.tenant)"))
    }

    @Test func `what a reader keeps in the log is folded when it has gone, and counted once`() async throws {
        let tried = try SQLiteStore()
        try await tried.write("first", length: 3_000_000)
        let before = figures(tried)
        try tried.storage.read(reader: 0) { connection in
            try connection.forEach("select id from page") { _ in }
            try tried.storage.write { writer in
                try writer.begin()
                try writer.execute(
                    "insert into page (id, text) values ('held', \(String(repeating: "a", count: 6_000_000)))")
                try writer.commit()
            }
        }
        let held = figures(tried)
        #expect(held.count == before.count + 1)
        #expect((1400...1600).contains(held.pages - before.pages))
        try await tried.write("after")
        let after = figures(tried)
        #expect(after.count == held.count + 1)
        #expect((2800...3200).contains(after.pages - held.pages))
    }

    private struct Seen: Equatable {
        let count: Int
        let pages: Int
    }

    private func figures(_ tried: SQLiteStore) -> Seen {
        let lines = tried.engine.figures.map(\.text).joined().split(separator: "\n")
        func value(_ name: String) -> Int {
            lines.first { $0.hasPrefix(name + " ") }.flatMap { Int($0.dropFirst(name.count + 1)) } ?? -1
        }
        return Seen(count: value("kohort_checkpoint_seconds_count"), pages: value("kohort_checkpoint_pages_total"))
    }
}
