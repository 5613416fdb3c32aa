import KohortCore
import KohortStore

/// Withdraws a draft or a candidacy, whatever its round has come to, until it has ended otherwise.
package struct WithdrawCandidacy: Command {
    package static let permission = Permission.withdrawCandidacy
    package static let events: [any Event.Type] = [CandidacyWithdrawn.self]
    package var scope: Scope { .candidacy(candidacy) }
    package let candidacy: CandidacyID

    package init(candidacy: CandidacyID) { self.candidacy = candidacy }

    package func perform(in write: borrowing Write) throws -> CandidacyReceipt {
        let active = try write.find(Candidacy.self, candidacy)
        let withdrawn = try active.withdrawn(at: write.now)
        try write.update(withdrawn)
        try write.record(
            CandidacyWithdrawn(candidacy: candidacy, round: active.round, isDraft: active.state == .draft))
        return CandidacyReceipt(withdrawn)
    }
}
