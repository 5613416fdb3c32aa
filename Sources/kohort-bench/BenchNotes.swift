import KohortApp
import KohortCore
import KohortStore
import Tenancy

/// A table to insert into: barely, or by a command as the product's are, with the product's table of rights.
enum BenchNotes {
    static let text = String(repeating: "x", count: 200)

    static let schema = Schema([
        StoreSchema.module, TenancySchema.module,
        SchemaModule(
            "bench",
            [Migration("notes", ["create table bench_note (id \(.text) primary key, text \(.text) not null)"])]),
    ])

    static let composition = Composition(
        schema: schema, authority: GrantAuthority(.kohort).authority)

    /// Somebody whose grant the authority finds in the database at every command.
    static func lead(in store: Store) async throws -> Actor {
        guard let email = EmailAddress("lead@bench.example") else { throw Rejection.notFound }
        let invitation = InvitePerson(
            email: email, name: "Bench", language: .en, role: .init(.lead, on: .consortium), linkHash: Secret().hash)
        return .person(try await store.perform(invitation, by: .operator, at: .now))
    }

    /// Each in a transaction and a sync of its own.
    static func insertOneByOne(_ count: Int, of text: String = text, in storage: any Storage) throws {
        try storage.write { connection in
            for _ in 0..<count {
                try connection.begin()
                try connection.execute(insertion(of: .new(), text))
                try connection.commit()
            }
        }
    }

    /// By a handle and a statement that are kept, and nothing else.
    static func readOneByOne(_ count: Int, of note: DocumentID, in storage: any Storage) throws {
        var length = 0
        try storage.write { connection in
            for _ in 0..<count {
                try connection.forEach(reading(of: note)) { length += try ($0[0] as String).utf8.count }
            }
        }
        guard length == count * text.utf8.count else { throw Rejection.notFound }
    }

    static func reading(of id: DocumentID) -> SQL { "select text from bench_note where id = \(id)" }

    static func insertion(of id: DocumentID, _ text: String = text) -> SQL {
        "insert into bench_note (id, text) values (\(id), \(text))"
    }
}

/// An insert, an event and a letter, for somebody who must hold a right.
struct TakeNote: Command {
    static let permission = Permission.raiseMatter
    static let events: [any Event.Type] = [NoteTaken.self]
    var scope: Scope { .consortium }
    let id: DocumentID

    func perform(in write: borrowing Write) throws -> Done {
        try write.execute(BenchNotes.insertion(of: id))
        try write.record(NoteTaken(note: id))
        try write.enqueue(NoteLetter(note: id))
        return Done()
    }
}

/// One row by its key, for somebody who must hold a right.
struct NoteText: Query {
    static let permission = Permission.readMatters
    let scope = Scope.consortium
    let id: DocumentID

    func fetch(in read: borrowing Read) throws -> String {
        guard let text = try read.first(BenchNotes.reading(of: id), { try $0[0] as String }) else {
            throw Rejection.notFound
        }
        return text
    }
}

struct NoteTaken: Event {
    static let name = "bench.note.taken"
    let note: DocumentID
    var subject: Subject { Subject("note", note) }
    var audience: Audience { .consortium }
}

struct NoteLetter: Letter {
    static let kind = "bench.note"
    let note: DocumentID
}
