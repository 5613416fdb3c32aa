import KohortCore
import KohortStore

/// An applicant's own candidacy: what was written, the places, the documents, and what can still be done.
package struct OwnCandidacy: Query {
    package struct Answer: Hashable, Sendable {
        package let candidacy: Candidacy
        package let call: Call
        /// In order of wish.
        package let wishes: [WishedPlace]
        package let documents: [Document]
        package let canChange: Bool
        package let canWithdraw: Bool
    }

    package struct WishedPlace: Hashable, Sendable {
        package let demand: DemandID
        package let title: String
        package let employer: OrganisationName
        /// False once the employer has withdrawn it.
        package let isVacant: Bool
    }

    package static let permission = Permission.readOwnCandidacy
    package var scope: Scope { .candidacy(candidacy) }
    package let candidacy: CandidacyID

    package init(candidacy: CandidacyID) { self.candidacy = candidacy }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let found = try read.find(Candidacy.self, candidacy)
        let candidacy = found.shownToHolder(in: try read.find(Round.self, found.round))
        let call = try Call.published(.id(candidacy.round), in: read)
        return Answer(
            candidacy: candidacy, call: call, wishes: try wishes(in: read),
            documents: try Document.all(of: candidacy.id, in: read), canChange: call.isOpen && !candidacy.hasEnded,
            canWithdraw: !candidacy.hasEnded)
    }

    private func wishes(in read: borrowing Read) throws -> [WishedPlace] {
        let names = try read.ask(MemberDirectory.self).names(read)
        return try read.all(
            """
            select d.id, d.title, d.organisation, d.state from candidacy_wish w join demand d on d.id = w.demand
            where w.candidacy = \(candidacy) order by w.position
            """
        ) { tuple in
            WishedPlace(
                demand: try tuple[0], title: try tuple[1], employer: try names.name(of: try tuple[2]),
                isVacant: try tuple[3] as DemandState == .approved)
        }
    }
}
