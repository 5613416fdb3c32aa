import KohortCore
import KohortStore

/// Adds a file to a candidacy until the deadline: at most 5 of at most 10 MB each.
package struct AttachDocument: Command {
    package static let permission = Permission.changeCandidacy
    package static let events: [any Event.Type] = [DocumentAttached.self]
    package var scope: Scope { .candidacy(candidacy) }
    package let candidacy: CandidacyID
    package let document: NewDocument

    package init(candidacy: CandidacyID, document: NewDocument) {
        (self.candidacy, self.document) = (candidacy, document)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (candidacy, _) = try write.findChangeable(candidacy)
        let count = try Document.all(of: candidacy.id, in: write.read).count
        try DocumentRules.problems(adding: [document], to: count).throwIfAny()
        try write.attach(document, to: candidacy)
        return Done()
    }
}
