import KohortCore
import KohortStore
import KohortTesting
import Testing

struct IdempotencyTests {
    private static let key = IdempotencyKey(key: "k-1", fingerprint: "same")

    @Test func `a repeated request is answered and not performed again`() async throws {
        let store = try await TestStore.sample()
        let note = WriteNote("once")
        let first = try await store.perform(note, under: Self.key)
        _ = try await store.perform(WriteNote("between"))
        #expect(try await store.perform(note, under: Self.key) == first)
        #expect(try await store.state.titles == ["between", "once"])
    }

    @Test func `repeated at once it is performed once`() async throws {
        let store = try await TestStore.sample()
        let note = WriteNote("once")
        let answers = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 { group.addTask { try await store.perform(note, under: Self.key) } }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(answers == [1])
    }

    @Test func `the same key with another request is refused`() async throws {
        let store = try await TestStore.sample()
        _ = try await store.perform(WriteNote("once"), under: Self.key)
        let reused = Rejection.invalid("Idempotency-Key", "idempotency.reused")
        await #expect(throws: reused) {
            try await store.perform(WriteNote("other"), under: IdempotencyKey(key: "k-1", fingerprint: "other"))
        }
        await #expect(throws: reused) { try await store.perform(FileNote(note: .new()), under: Self.key) }
        #expect(try await store.state.titles == ["once"])
    }

    @Test func `a key belongs to its actor`() async throws {
        let store = try await TestStore.sample()
        let (kari, ola) = (Actor.person(.new()), Actor.person(.new()))
        #expect(try await store.perform(WriteNote("Kari's"), under: Self.key, by: kari) == 1)
        #expect(try await store.perform(WriteNote("Ola's"), under: Self.key, by: ola) == 2)
        #expect(try await store.perform(WriteNote("again"), under: Self.key, by: kari) == 1)
        #expect(try await store.state.titles == ["Kari's", "Ola's"])
    }

    @Test func `a rejection is not kept`() async throws {
        let store = try await TestStore.sample()
        await #expect(throws: Rejection.conflict("note.refused")) {
            try await store.perform(WriteNote("note", trouble: .rejection), under: Self.key)
        }
        #expect(try await store.perform(WriteNote("note"), under: Self.key) == 1)
    }

    @Test func `an outcome is kept for a day`() async throws {
        let store = try await TestStore.sample()
        let first = Instant.at("2026-09-01T10:00:00Z")
        let note = WriteNote("note")
        #expect(try await store.perform(note, under: Self.key, at: first) == 1)
        #expect(try await store.perform(note, under: Self.key, at: first.adding(days: 1).adding(.seconds(-1))) == 1)
        #expect(try await store.perform(WriteNote("later"), under: Self.key, at: first.adding(days: 1)) == 2)
    }

    @Test func `the right is asked before an answer is given again`() async throws {
        let kari = Actor.person(.new())
        let authority = Authority(
            decide: { _, _, _, read in
                try read.count("select count(*) from note") == 0 ? .allowed : .forbidden
            },
            reach: { _, _, _ in .all })
        let store = try await TestStore.sample(allowing: authority)
        _ = try await store.perform(WriteNote("note"), under: Self.key, by: kari)
        await #expect(throws: Rejection.forbidden) {
            try await store.perform(WriteNote("note"), under: Self.key, by: kari)
        }
    }
}

extension TestStore {
    fileprivate func perform<C: Command>(
        _ command: C, under key: IdempotencyKey, by actor: Actor = .system,
        at now: Instant = .at("2026-09-01T10:00:00Z")
    ) async throws -> C.Outcome {
        try await store.perform(command, by: actor, at: now, idempotency: key)
    }
}
