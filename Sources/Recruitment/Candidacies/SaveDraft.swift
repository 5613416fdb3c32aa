import KohortCore
import KohortStore

/// Starts a candidacy as a draft while the call is open; only name and address are required.
package struct SaveDraft: Command {
    package static let permission = Permission.startCandidacy
    package static let events: [any Event.Type] = [CandidacyStarted.self]
    package var scope: Scope { .round(round) }
    package let id: CandidacyID
    package let round: RoundID
    package let form: CandidacyForm

    package init(id: CandidacyID, round: RoundID, form: CandidacyForm) {
        (self.id, self.round, self.form) = (id, round, form)
    }

    package func perform(in write: borrowing Write) throws -> CandidacyReceipt {
        let round = try write.find(Round.self, round)
        try round.checkTakesApplications(at: write.now)
        let form = try form.checked(in: round, write.read)
        return CandidacyReceipt(try write.start(id, in: round, form))
    }
}
