import KohortCore
import KohortSQLite
import KohortStore
import KohortTesting
import Testing

/// A quota on the file's pages stands in for a full disk: SQLite answers both with the same code.
struct FullDiskTests {
    @Test func `a full disk refuses writes, keeps what was acknowledged, and lets reading go on`() async throws {
        let tried = try SQLiteStore()
        try await tried.write("before")
        try allow(pages: 20, more: true, in: tried)
        await #expect(throws: StoreFault.full) { try await tried.write("too long", length: 500_000) }
        #expect(try await tried.pages == ["before"])
        try allow(pages: 1_000_000, more: false, in: tried)
        try await tried.write("after", length: 500_000)
        #expect(try await tried.pages == ["before", "after"])
    }

    @Test func `of many at once exactly those that were acknowledged are there`() async throws {
        let tried = try SQLiteStore()
        try allow(pages: 100, more: true, in: tried)
        let ends = await withTaskGroup(of: (String, (any Error)?).self) { group in
            for number in 0..<200 { group.addTask { await Self.end(of: "page \(number)", in: tried) } }
            return await group.reduce(into: [(String, (any Error)?)]()) { $0.append($1) }
        }
        let acknowledged = Set(ends.filter { $0.1 == nil }.map(\.0))
        #expect(!acknowledged.isEmpty && acknowledged.count < 200)
        #expect(ends.compactMap(\.1).allSatisfy { $0 as? StoreFault == .full })
        #expect(try await tried.pages == acknowledged)
        try allow(pages: 1_000_000, more: false, in: tried)
        try await tried.write("after", length: 4000)
        #expect(try await tried.pages == acknowledged.union(["after"]))
    }

    private static func end(of page: String, in tried: SQLiteStore) async -> (String, (any Error)?) {
        do {
            try await tried.write(page, length: 4000)
            return (page, nil)
        } catch { return (page, error) }
    }

    /// Sets how many pages the file may have, or how many more than now.
    private func allow(pages: Int, more: Bool, in tried: SQLiteStore) throws {
        let present = more ? Int(try tried.setting("page_count")) ?? 0 : 0
        _ = try tried.storage.write {
            try $0.forEach(SQL(stringLiteral: "pragma max_page_count = \(present + pages)")) { _ in }
        }
    }
}
