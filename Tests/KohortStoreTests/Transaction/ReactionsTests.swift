import KohortCore
import KohortStore
import KohortTesting
import Testing

struct ReactionsTests {
    @Test func `a reaction's own reactions follow in the same transaction`() async throws {
        var reactions = Reactions.sample
        reactions.on(NoteFiled.self) { WriteReply(note: $0.note) }
        let store = try await TestStore.sample(reactions: reactions)
        _ = try await store.perform(WriteNote("note"))
        #expect(try store.write { try $0.count("select count(*) from reply") } == 1)
    }

    @Test func `an event may lead to nothing`() async throws {
        var reactions = Reactions()
        reactions.on(NoteWritten.self) { _ in FileNote?.none }
        let store = try await TestStore.sample(reactions: reactions)
        _ = try await store.perform(WriteNote("note"))
        #expect(try await store.state.journal == ["1 sample.note.written"])
    }

    @Test func `a reaction's right is not asked`() async throws {
        let authority = Authority(
            decide: { _, permission, _, _ in permission == FileNote.permission ? .forbidden : .allowed },
            reach: { _, _, _ in .all })
        let store = try await TestStore.sample(allowing: authority)
        _ = try await store.perform(WriteNote("note"))
        #expect(try await store.state.journal == ["1 sample.note.written", "2 sample.note.filed 1"])
        await #expect(throws: Rejection.forbidden) { try await store.perform(FileNote(note: .new())) }
    }

    @Test func `a cycle is found by the names of its commands`() {
        #expect(Reactions.sample.cycle() == nil)
        var reactions = Reactions.sample
        reactions.on(NoteFiled.self) { WriteNote("again", id: $0.note) }
        #expect(reactions.cycle() == ["FileNote", "WriteNote", "FileNote"])
    }
}
