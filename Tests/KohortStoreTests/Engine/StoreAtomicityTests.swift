import KohortCore
import KohortStore
import KohortTesting
import Testing

/// A call that throws has left nothing, alone or among others.
struct StoreAtomicityTests {
    private static let kept = SampleState(
        titles: ["kept"], journal: ["1 sample.note.written", "2 sample.note.filed 1"], letters: 1)

    @Test(arguments: WriteNote.Trouble.allCases)
    func `a failed command leaves no trace`(_ trouble: WriteNote.Trouble) async throws {
        let store = try await TestStore.sample()
        _ = try await store.perform(WriteNote("kept"))
        await #expect { _ = try await store.perform(WriteNote("lost", trouble: trouble)) } throws: { error in
            switch trouble {
            case .rejection: error as? Rejection == .conflict("note.refused")
            case .reaction: error as? Rejection == .conflict("note.lost")
            case .constraint: if case .constraint = error as? StoreFault { true } else { false }
            case .undeclared: if case .undeclaredEvent = error as? StoreFault { true } else { false }
            }
        }
        #expect(try await store.state == Self.kept)
    }

    @Test(arguments: [WriteNote.Trouble.constraint, .reaction, .undeclared])
    func `a command that catches a failure is undone all the same`(_ trouble: WriteNote.Trouble) async throws {
        let store = try await TestStore.sample()
        _ = try await store.perform(WriteNote("kept"))
        await #expect(throws: StoreFault.poisoned) {
            try await store.perform(WriteNote("lost", trouble: trouble, catches: true))
        }
        #expect(try await store.state == Self.kept)
    }

    @Test func `a command may catch a refusal of its own`() async throws {
        let store = try await TestStore.sample()
        _ = try await store.perform(WriteNote("kept", trouble: .rejection, catches: true))
        #expect(try await store.state == Self.kept)
    }

    @Test func `a statement after a failed one is refused`() async throws {
        let store = try await TestStore.sample()
        await #expect(throws: StoreFault.poisoned) { try await store.perform(WriteOn()) }
        #expect(try await store.state == SampleState())
    }

    @Test func `of 640 calls at once exactly those that succeeded are there`() async throws {
        let store = try await TestStore.sample()
        let titles = await Self.succeeded(among: (0..<640).map(Self.note), in: store)
        #expect(titles == (0..<640).filter { $0 % 5 != 0 }.map { "note \($0)" }.sorted())
        let journal = (0..<512).flatMap {
            ["\(2 * $0 + 1) sample.note.written", "\(2 * $0 + 2) sample.note.filed \(2 * $0 + 1)"]
        }
        #expect(try await store.state == SampleState(titles: titles, journal: journal, letters: 512))
    }

    @Test(.enabled(if: TestEngine.server == nil, "a shared engine's versions are the server's, not this store's"))
    func `calls at once share transactions`() async throws {
        let store = try await TestStore.sample()
        let before = try await store.store.version()
        _ = await Self.succeeded(among: (0..<640).map(Self.note), in: store)
        #expect(try await store.store.version() - before < 640)
    }

    /// Every fifth fails, each in another way.
    private static func note(_ number: Int) -> WriteNote {
        guard number % 5 == 0 else { return WriteNote("note \(number)") }
        let trouble = WriteNote.Trouble.allCases[number / 5 % 4]
        return WriteNote("note \(number)", trouble: trouble, catches: number % 2 == 0 && trouble != .rejection)
    }

    private static func succeeded(among notes: [WriteNote], in store: TestStore) async -> [String] {
        await withTaskGroup(of: String?.self) { group in
            for note in notes {
                group.addTask { (try? await store.perform(note)) == nil ? nil : note.title }
            }
            return await group.reduce(into: [String?]()) { $0.append($1) }.compactMap(\.self).sorted()
        }
    }
}

/// Catches the failure of a statement and writes on.
private struct WriteOn: Command {
    static let permission = Permission.writeNotes
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }

    func perform(in write: borrowing Write) throws -> Done {
        _ = try? write.execute("insert into note (id, title, amount) values ('a', 'a', -1)")
        try write.execute("insert into note (id, title, amount) values ('b', 'b', 1)")
        return Done()
    }
}
