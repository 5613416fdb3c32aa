import KohortCore
import KohortStore

/// Sends a draft in as it stands, complete and in time; it gets the round's next number.
package struct SubmitCandidacy: Command {
    package static let permission = Permission.changeCandidacy
    package static let events: [any Event.Type] = [CandidacySubmitted.self, CandidacyRepeated.self]
    package var scope: Scope { .candidacy(candidacy) }
    package let candidacy: CandidacyID

    package init(candidacy: CandidacyID) { self.candidacy = candidacy }

    package func perform(in write: borrowing Write) throws -> CandidacyReceipt {
        let (draft, round) = try write.findChangeable(candidacy)
        let documents = try Document.all(of: candidacy, in: write.read)
        let form = CandidacyForm(draft, wishes: try Wishes.of(candidacy, in: write.read))
        let missing = form.missing(documents: documents.map(\.kind))
        let checked = try form.checked(in: round, adding: missing, write.read)
        return CandidacyReceipt(try write.submit(draft, wishes: checked.wishes.count))
    }
}
