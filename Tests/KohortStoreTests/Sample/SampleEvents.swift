import KohortCore
import KohortStore

struct NoteWritten: Event {
    static let name = "sample.note.written"
    let note: DocumentID
    var audience = Audience.consortium
    var subject: Subject { Subject("note", note) }
}

struct NoteFiled: Event {
    static let name = "sample.note.filed"
    let note: DocumentID
    var subject: Subject { Subject("note", note) }
    var audience: Audience { .internal }
}

/// Its reaction fails.
struct NoteDoomed: Event {
    static let name = "sample.note.doomed"
    let note: DocumentID
    var subject: Subject { Subject("note", note) }
    var audience: Audience { .consortium }
}

struct NoteLetter: Letter {
    static let kind = "sample.note"
    let note: DocumentID
}
