import KohortCore
import KohortStore

/// Notes in the journal that the actor opens a candidacy (BC-8); performed before its details are fetched.
package struct OpenCandidacy: Command {
    package static let permission = Permission.openCandidacy
    package static let events: [any Event.Type] = [CandidacyOpened.self]
    package var scope: Scope { .candidacy(candidacy) }
    package let candidacy: CandidacyID

    package init(candidacy: CandidacyID) { self.candidacy = candidacy }

    package func perform(in write: borrowing Write) throws -> Done {
        let opened = try write.find(Candidacy.self, candidacy)
        try opened.checkReadable(by: Self.permission, in: write.read)
        try write.record(CandidacyOpened(candidacy: candidacy, round: opened.round))
        return Done()
    }
}
