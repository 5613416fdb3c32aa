import KohortCore
import KohortStore

extension Permission {
    static let writeNotes = Permission("sample.note.write")
    static let readNotes = Permission("sample.note.read")
}

/// Writes a note, a letter and an event, and then perhaps fails. Answers how many notes there are.
struct WriteNote: Command {
    enum Trouble: String, Codable, CaseIterable { case rejection, constraint, reaction, undeclared }

    static let permission = Permission.writeNotes
    static let events: [any Event.Type] = [NoteWritten.self, NoteDoomed.self]
    var scope: Scope { .consortium }
    let id: DocumentID
    let title: String
    var audience = Audience.consortium
    var trouble: Trouble?
    /// Whether the command itself catches the error and goes on as if nothing had happened.
    var catches = false

    init(
        _ title: String, id: DocumentID = .new(), audience: Audience = .consortium, trouble: Trouble? = nil,
        catches: Bool = false
    ) {
        (self.id, self.title, self.audience) = (id, title, audience)
        (self.trouble, self.catches) = (trouble, catches)
    }

    func perform(in write: borrowing Write) throws -> Int {
        try write.execute("insert into note (id, title, amount) values (\(id), \(title), 1)")
        try write.enqueue(NoteLetter(note: id))
        try write.record(NoteWritten(note: id, audience: audience))
        let notes = try write.count("select count(*) from note")
        do { try fail(in: write) } catch { if !catches { throw error } }
        return notes
    }

    private func fail(in write: borrowing Write) throws {
        switch trouble {
        case .rejection: throw Rejection.conflict("note.refused")
        case .constraint:
            try write.execute("insert into note (id, title, amount) values (\(DocumentID.new()), \(title + "!"), -1)")
        case .reaction: try write.record(NoteDoomed(note: id))
        case .undeclared: try write.record(NoteFiled(note: id))
        case nil: return
        }
    }
}

/// What follows from a note.
struct FileNote: Command {
    static let permission = Permission("sample.note.file")
    static let events: [any Event.Type] = [NoteFiled.self]
    var scope: Scope { .consortium }
    let note: DocumentID

    func perform(in write: borrowing Write) throws -> Done {
        try write.record(NoteFiled(note: note))
        return Done()
    }
}

struct LoseNote: Command {
    static let permission = Permission("sample.note.lose")
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }
    let note: DocumentID

    func perform(in write: borrowing Write) throws -> Done {
        try write.execute("update note set amount = 99 where id = \(note)")
        throw Rejection.conflict("note.lost")
    }
}

/// A reply to a note that may not be there, which only the commit finds out.
struct WriteReply: Command {
    static let permission = Permission("sample.reply.write")
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }
    let note: DocumentID

    func perform(in write: borrowing Write) throws -> Done {
        try write.execute("insert into reply (id, note) values (\(DocumentID.new()), \(note))")
        return Done()
    }
}

extension Reactions {
    /// A note is filed in the same transaction; a doomed one fails there.
    static var sample: Reactions {
        var reactions = Reactions()
        reactions.on(NoteWritten.self) { FileNote(note: $0.note) }
        reactions.on(NoteDoomed.self) { LoseNote(note: $0.note) }
        return reactions
    }
}
