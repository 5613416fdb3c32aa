import KohortCore
import KohortStore
import KohortTesting
import Testing

struct PortsTests {
    private struct NoteTitles: Sendable {
        let title: @Sendable (DocumentID, borrowing Read) throws -> String?
    }

    private struct AskTitle: Query {
        static let permission = Permission.readNotes
        let scope = Scope.consortium
        let note: DocumentID

        func fetch(in read: borrowing Read) throws -> String? { try read.ask(NoteTitles.self).title(note, read) }
    }

    @Test func `a port is answered in the asker's own snapshot`() async throws {
        var ports = Ports()
        ports.answer(
            NoteTitles { note, read in try read.first("select title from note where id = \(note)") { try $0[0] } })
        let store = try await TestStore.sample(ports: ports)
        let note = WriteNote("asked for")
        _ = try await store.perform(note)
        #expect(try await store.fetch(AskTitle(note: note.id)) == "asked for")
    }

    @Test func `a port that nobody answers is a fault`() async throws {
        let store = try await TestStore.sample()
        await #expect(throws: StoreFault.self) { try await store.fetch(AskTitle(note: .new())) }
    }
}
