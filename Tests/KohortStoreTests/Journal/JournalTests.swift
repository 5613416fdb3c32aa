import KohortCore
import KohortTesting
import Testing

@testable import KohortStore

struct JournalTests {
    @Test(arguments: ["update journal set name = 'forged'", "delete from journal"])
    func `the database itself refuses to change the journal`(_ statement: String) async throws {
        let store = try await TestStore.sample()
        _ = try await store.perform(WriteNote("note"))
        let before = try await store.state
        #expect { try store.withConnection { try $0.execute(SQL(stringLiteral: statement)) } } throws: { error in
            if case .constraint(let message) = error as? StoreFault { message.contains("append-only") } else { false }
        }
        #expect(try await store.state == before)
    }

    @Test func `numbers stay unbroken after what was undone`() async throws {
        let store = try await TestStore.sample()
        _ = try await store.perform(WriteNote("first"))
        for trouble in WriteNote.Trouble.allCases {
            _ = try? await store.perform(WriteNote("lost", trouble: trouble))
        }
        _ = try await store.perform(WriteNote("second"))
        let journal = [
            "1 sample.note.written", "2 sample.note.filed 1", "3 sample.note.written", "4 sample.note.filed 3",
        ]
        #expect(try await store.state.journal == journal)
    }

    @Test func `an entry says who, what, when and on what`() async throws {
        let store = try await TestStore.sample()
        let (kari, own) = (PersonID.new(), OrganisationID.new())
        let note = WriteNote("note", audience: .organisation(own))
        let at = Instant.at("2026-09-01T10:00:00Z")
        _ = try await store.perform(note, by: .person(kari), at: at)
        let entry = JournalEntry(
            number: 1, at: at, name: "sample.note.written", actorKind: "person", actorID: kari.description,
            because: nil, subjectKind: "note", subjectID: note.id.description, organisation: own,
            payload: #"{"audience":{"organisation":{"_0":"\#(own)"}},"note":"\#(note.id)"}"#)
        #expect(try await store.fetch(JournalFeed(after: 0, limit: 10)) == [entry])
    }
}
