import KohortCore
import KohortStore

/// Changes a draft or a submitted candidacy, with its documents, until the deadline; may send a draft in. What is
/// submitted stays complete.
package struct ChangeCandidacy: Command {
    package static let permission = Permission.changeCandidacy
    package static let events: [any Event.Type] = [
        CandidacyChanged.self, DocumentAttached.self, DocumentRemoved.self, CandidacySubmitted.self,
        CandidacyRepeated.self,
    ]
    package var scope: Scope { .candidacy(candidacy) }
    package let candidacy: CandidacyID
    package let form: CandidacyForm
    package let added: [NewDocument]
    package let removed: [DocumentID]
    /// Sends a draft in; without effect on one that is submitted already.
    package let submits: Bool

    package init(
        candidacy: CandidacyID, form: CandidacyForm, added: [NewDocument] = [], removed: [DocumentID] = [],
        submits: Bool = false
    ) {
        (self.candidacy, self.form) = (candidacy, form)
        (self.added, self.removed, self.submits) = (added, removed, submits)
    }

    package func perform(in write: borrowing Write) throws -> CandidacyReceipt {
        let (candidacy, round) = try write.findChangeable(candidacy)
        let documents = try Document.all(of: candidacy.id, in: write.read)
        let kept = documents.filter { !removed.contains($0.id) }
        guard documents.count - kept.count == Set(removed).count else { throw Rejection.notFound }
        let isComplete = submits || candidacy.number != nil
        let missing = isComplete ? form.missing(documents: kept.map(\.kind) + added.map(\.kind)) : []
        let checked = try form.checked(
            in: round, adding: missing + DocumentRules.problems(adding: added, to: kept.count), write.read)
        let changed = try write.change(candidacy, to: checked)
        for document in documents where removed.contains(document.id) { try write.remove(document, from: changed) }
        for document in added { try write.attach(document, to: changed) }
        let isSending = submits && candidacy.state == .draft
        return CandidacyReceipt(isSending ? try write.submit(changed, wishes: checked.wishes.count) : changed)
    }
}

extension Write {
    /// A candidacy that its applicant may still change, with its round: it has not ended and the call is open.
    func findChangeable(_ id: CandidacyID) throws -> (candidacy: Candidacy, round: Round) {
        let candidacy = try find(Candidacy.self, id)
        try candidacy.checkNotEnded()
        let round = try find(Round.self, candidacy.round)
        try round.checkTakesApplications(at: now)
        return (candidacy, round)
    }
}
