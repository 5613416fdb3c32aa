import KohortCore
import KohortStore
import KohortTesting
import Testing

struct JournalFeedTests {
    private let own = OrganisationID.new()
    private let foreign = OrganisationID.new()

    @Test func `the consortium reads all but what is internal`() async throws {
        let store = try await filled(.everything)
        #expect(try await numbers(in: store) == [1, 3, 5])
    }

    @Test func `an organisation reads its own alone`() async throws {
        let store = try await filled(.reaching([own]))
        #expect(try await numbers(in: store) == [3])
    }

    @Test func `two organisations read theirs, none reads nothing`() async throws {
        let both = try await filled(.reaching([own, foreign]))
        #expect(try await numbers(in: both) == [3, 5])
        let none = try await filled(.reaching([]))
        #expect(try await numbers(in: none) == [])
    }

    @Test func `a feed goes on after a number and stops at its limit`() async throws {
        let store = try await filled(.everything)
        #expect(try await numbers(in: store, after: 1, limit: 1) == [3])
        #expect(try await numbers(in: store, after: 5) == [])
    }

    @Test func `ten pages are kept, and with another one the first is no more`() async throws {
        let made = try await filled(.everything)
        let storage = CountedStorage(try made.engine.open(made.store.tenant))
        let store = Store(
            tenant: made.store.tenant, storage: storage,
            composition: Composition(schema: Schema([]), authority: .everything), threads: TestStore.threads)
        func read(_ pages: Range<Int64>) async throws -> Int {
            for page in pages {
                _ = try await store.fetch(JournalFeed(after: page, limit: 100), by: .system, at: .now)
            }
            return storage.snapshots
        }
        #expect(try await read(0..<10) == 10)
        #expect(try await read(0..<10) == 10)
        #expect(try await read(10..<11) == 11)
        #expect(try await read(0..<1) == 12)
    }

    /// Notes 1, 3, 5 and 7 for the consortium, either organisation and nobody, each with an internal entry after it.
    private func filled(_ authority: Authority) async throws -> TestStore {
        let store = try await TestStore.sample(allowing: authority)
        let audiences: [Audience] = [.consortium, .organisation(own), .organisation(foreign), .internal]
        for (index, audience) in audiences.enumerated() {
            _ = try await store.perform(WriteNote("note \(index)", audience: audience))
        }
        return store
    }

    private func numbers(in store: TestStore, after: Int64 = 0, limit: Int = 100) async throws -> [Int64] {
        try await store.fetch(JournalFeed(after: after, limit: limit)).map(\.number)
    }
}
