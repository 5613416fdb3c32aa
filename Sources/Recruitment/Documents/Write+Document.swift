import KohortCore
import KohortStore

extension Document {
    /// A candidacy's documents, CVs first, then in the order in which they were added.
    static func all(of candidacy: CandidacyID, in read: borrowing Read) throws -> [Document] {
        try read.all(Document.self, "where candidacy = \(candidacy) order by kind, added_at, id")
    }
}

extension Write {
    func attach(_ new: NewDocument, to candidacy: Candidacy) throws {
        let document = Document(
            id: new.id, candidacy: candidacy.id, kind: new.kind, name: DocumentName.safe(new.name, new.format),
            format: new.format, file: new.file, addedAt: now)
        try insert(document)
        try retain(new.file)
        try record(
            DocumentAttached(
                document: new.id, candidacy: candidacy.id, kind: new.kind, format: new.format, size: new.file.size))
    }

    func remove(_ document: Document, from candidacy: Candidacy) throws {
        try execute("delete from candidacy_document where id = \(document.id)")
        try release(document.file.hash)
        try record(DocumentRemoved(document: document.id, candidacy: candidacy.id))
    }
}
