import KohortCore
import KohortStore
import KohortTesting
import Testing

struct SweepStoreTests {
    private static let start = Instant.at("2026-09-01T10:00:00Z")
    private static let key = IdempotencyKey(key: "k-1", fingerprint: "same")

    @Test func `an outcome goes when its day is over, and not before`() async throws {
        let store = try await TestStore.sample()
        _ = try await store.store.perform(WriteNote("note"), by: .system, at: Self.start, idempotency: Self.key)
        _ = try await store.perform(SweepStore(), at: Self.start.adding(days: 1).adding(.seconds(-1)))
        #expect(try rows("idempotency", in: store) == 1)
        _ = try await store.perform(SweepStore(), at: Self.start.adding(days: 1))
        #expect(try rows("idempotency", in: store) == 0)
    }

    @Test func `a file's count goes with its last use`() async throws {
        let store = try await TestStore.sample()
        let files = ["a", "b"].map { StoredFile(hash: String(repeating: $0, count: 64), size: 3) }
        try store.write { write in
            for file in files { try write.retain(file) }
            try write.release(files[0].hash)
        }
        _ = try await store.perform(SweepStore())
        #expect(try rows("file", in: store) == 1)
        try store.write { try $0.release(files[1].hash) }
    }

    private func rows(_ table: String, in store: TestStore) throws -> Int {
        try store.write { try $0.count(SQL(stringLiteral: "select count(*) from \(table)")) }
    }
}
