import KohortCore
import KohortStore
import KohortTesting
import Testing

struct StoreCloseTests {
    @Test func `a closed store refuses`() async throws {
        let store = try await TestStore.sample()
        _ = try await store.perform(WriteNote("first"))
        try await store.store.close()
        await #expect(throws: StoreFault.closed) { try await store.perform(WriteNote("late")) }
        await #expect(throws: StoreFault.closed) { try await store.store.close() }
        #expect(try titles(in: store) == ["first"])
    }

    @Test func `closing waits for what is queued`() async throws {
        let store = try await TestStore.sample()
        let answered = try await withThrowingTaskGroup(of: String?.self) { group in
            for number in 0..<200 { group.addTask { try await Self.write("note \(number)", in: store) } }
            group.addTask {
                try await store.store.close()
                return nil
            }
            return try await group.reduce(into: [String?]()) { $0.append($1) }.compactMap(\.self).sorted()
        }
        #expect(try titles(in: store) == answered)
    }

    @Test func `a store that cannot write any more still gives back its handles`() async throws {
        let tried = try await TestStore.sample()
        let storage = BrokenStorage(try tried.engine.open(tried.store.tenant))
        let store = Store(
            tenant: tried.store.tenant, storage: storage,
            composition: Composition(schema: Schema([]), authority: .everything), threads: TestStore.threads)
        try await store.close()
        #expect(storage.isClosed)
    }

    /// The title when it was written, nil when the store had been closed before.
    private static func write(_ title: String, in store: TestStore) async throws -> String? {
        do {
            _ = try await store.perform(WriteNote(title))
            return title
        } catch StoreFault.closed { return nil }
    }

    private func titles(in store: TestStore) throws -> [String] {
        try store.withConnection { connection in
            var titles: [String] = []
            try connection.forEach("select title from note order by title") { titles.append(try $0[0]) }
            return titles
        }
    }
}
