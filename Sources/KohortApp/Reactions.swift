import KohortCore
import KohortStore
import Recruitment
import Tenancy

extension Reactions {
    /// What follows from what: the business on one page.
    package static var kohort: Reactions {
        var reactions = Reactions()
        reactions.on(RoundDefined.self) { PlanRound($0) }
        reactions.on(CandidacyWithdrawn.self) { EndOffersOfCandidacy(candidacy: $0.candidacy) }
        return reactions
    }
}
