import KohortCore
import KohortStore

/// Takes a file from a candidacy until the deadline; what is submitted keeps a CV.
package struct RemoveDocument: Command {
    package static let permission = Permission.changeCandidacy
    package static let events: [any Event.Type] = [DocumentRemoved.self]
    package var scope: Scope { .candidacy(candidacy) }
    package let candidacy: CandidacyID
    package let document: DocumentID

    package init(candidacy: CandidacyID, document: DocumentID) {
        (self.candidacy, self.document) = (candidacy, document)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (candidacy, _) = try write.findChangeable(candidacy)
        let documents = try Document.all(of: candidacy.id, in: write.read)
        guard let removed = documents.first(where: { $0.id == document }) else { throw Rejection.notFound }
        let keepsCV = documents.contains { $0.kind == .cv && $0.id != document }
        if candidacy.number != nil, !keepsCV {
            throw Rejection.invalid("documents", "documents.cv_required")
        }
        try write.remove(removed, from: candidacy)
        return Done()
    }
}
