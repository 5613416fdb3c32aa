import KohortCore
import KohortStore

/// Everything that the public form sends, in one: a draft with its documents, sent in at once or kept to go on with.
package struct ApplyForPlaces: Command {
    package static let permission = Permission.startCandidacy
    package static let events: [any Event.Type] = [
        CandidacyStarted.self, DocumentAttached.self, CandidacySubmitted.self, CandidacyRepeated.self,
    ]
    package var scope: Scope { .round(round) }
    package let id: CandidacyID
    package let round: RoundID
    package let form: CandidacyForm
    package let documents: [NewDocument]
    /// Sends it in; otherwise it stays a draft.
    package let submits: Bool

    package init(id: CandidacyID, round: RoundID, form: CandidacyForm, documents: [NewDocument], submits: Bool) {
        (self.id, self.round, self.form) = (id, round, form)
        (self.documents, self.submits) = (documents, submits)
    }

    package func perform(in write: borrowing Write) throws -> CandidacyReceipt {
        let round = try write.find(Round.self, round)
        try round.checkTakesApplications(at: write.now)
        let missing = submits ? form.missing(documents: documents.map(\.kind)) : []
        let checked = try form.checked(
            in: round, adding: missing + DocumentRules.problems(adding: documents, to: 0), write.read)
        let draft = try write.start(id, in: round, checked)
        for document in documents { try write.attach(document, to: draft) }
        return CandidacyReceipt(submits ? try write.submit(draft, wishes: checked.wishes.count) : draft)
    }
}
