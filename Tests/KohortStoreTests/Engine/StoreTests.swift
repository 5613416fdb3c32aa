import KohortCore
import KohortStore
import KohortTesting
import Testing

struct StoreTests {
    @Test func `a command is there when it has answered`() async throws {
        let store = try await TestStore.sample()
        #expect(try await store.perform(WriteNote("first")) == 1)
        #expect(try await store.perform(WriteNote("second")) == 2)
        let journal = [
            "1 sample.note.written", "2 sample.note.filed 1", "3 sample.note.written", "4 sample.note.filed 3",
        ]
        #expect(try await store.state == SampleState(titles: ["first", "second"], journal: journal, letters: 2))
    }

    @Test func `a rejection reaches the caller as it was thrown`() async throws {
        let store = try await TestStore.sample()
        await #expect(throws: Rejection.conflict("note.refused")) {
            try await store.perform(WriteNote("lost", trouble: .rejection))
        }
        #expect(try await store.state == SampleState())
    }

    @Test func `the time is that of arrival`() async throws {
        let store = try await TestStore.sample()
        _ = try await store.perform(WriteNote("note"), at: .at("2026-09-30T21:59:59Z"))
        let times = try await store.fetch(JournalTimes())
        #expect(times == [.at("2026-09-30T21:59:59Z"), .at("2026-09-30T21:59:59Z")])
    }

    @Test func `a version rises with each commit and not with reading`() async throws {
        let store = try await TestStore.sample()
        let before = try await store.store.version()
        _ = try await store.perform(WriteNote("first"))
        let first = try await store.store.version()
        _ = try await store.state
        #expect(try await store.store.version() == first)
        _ = try await store.perform(WriteNote("second"))
        let second = try await store.store.version()
        #expect(before < first && first < second)
    }

    @Test func `a command that writes nothing is no news`() async throws {
        let store = try await TestStore.sample()
        let before = try await store.store.version()
        _ = try await store.perform(LeaseMessages(limit: 9, leaseSeconds: 9))
        #expect(try await store.store.version() == before)
    }

    @Test(.enabled(if: TestEngine.server == nil, "a shared engine's versions outlive a store"))
    func `a reopened store counts on from where its tenant was`()
        async throws
    {
        let (sample, commits) = (try await TestStore.sample(), CommitCounter())
        let composition = Composition(schema: Schema([]), authority: .everything)
        func opened() throws -> Store {
            let storage = try sample.engine.open(sample.store.tenant)
            return Store(
                tenant: sample.store.tenant, storage: storage, composition: composition, threads: TestStore.threads,
                commits: commits)
        }
        let first = try opened()
        let before = try await first.version()
        _ = try await first.perform(WriteNote("note"), by: .system, at: .now)
        try await first.close()
        let again = try opened()
        #expect(try await again.version() == before + 1)
        try await again.close()
    }

    @Test(.enabled(if: TestEngine.server == nil, "a shared engine's versions outlive a store"))
    func `a reopened store has versions of its own`() async throws {
        let store = try await TestStore.sample()
        let again = Store(
            tenant: store.store.tenant, storage: try store.engine.open(store.store.tenant),
            composition: Composition(schema: Schema([]), authority: .everything), threads: TestStore.threads)
        #expect(try await again.version() != store.store.version())
    }
}

private struct JournalTimes: Query {
    static let permission = Permission.readJournal
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> [Instant] {
        try read.all("select at from journal order by number") { try $0[0] }
    }
}
