import Billing
import Delivery
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
        reactions.on(OfferAccepted.self) { EnrolTrainee(source: .offer($0.offer)) }
        reactions.on(HireNominated.self) { EnrolTrainee(source: .nomination($0.nomination)) }
        reactions.on(NominationWithdrawn.self) { UndoEnrolment(source: .nomination($0.nomination)) }
        reactions.on(RoleGranted.self) { granted in
            granted.role == .coordinator ? granted.organisation.map { UnblockTrainees(employer: $0) } : nil
        }
        reactions.on(AimsConfirmed.self) { UnblockTrainees(employer: $0.organisation) }
        reactions.on(TraineeEnrolled.self) { GiveRole(.trainee, on: .trainee($0.trainee), to: $0.person) }
        reactions.on(TraineeRemoved.self) { EndRole(.trainee, on: .trainee($0.trainee), of: $0.person) }
        reactions.on(TraineeEnrolled.self) {
            ChargeFee(trainee: $0.trainee, cohort: $0.cohort, organisation: $0.employer)
        }
        reactions.on(TraineeRemoved.self) { CancelCharge(trainee: $0.trainee) }
        reactions.on(TraineeRemoved.self) { ReleaseFollowers(trainee: $0.trainee) }
        reactions.on(MentorNamed.self) { GiveRole(.mentor, on: .trainee($0.trainee), to: $0.person) }
        reactions.on(MentorEnded.self) { EndRole(.mentor, on: .trainee($0.trainee), of: $0.person) }
        reactions.on(SupervisorNamed.self) { GiveRole(.supervisor, on: .placement($0.placement), to: $0.person) }
        reactions.on(SupervisorEnded.self) { EndRole(.supervisor, on: .placement($0.placement), of: $0.person) }
        return reactions
    }
}

extension PlanRound {
    /// A round as tenancy's definition plans it, in recruitment's own values.
    init(_ planned: RoundDefined) {
        self.init(
            id: planned.round, slug: planned.slug, cohort: planned.cohort, country: planned.country, zone: planned.zone,
            deadlines: Deadlines(
                demandBy: planned.deadlines.demand, applyBy: planned.deadlines.applications,
                rankBy: planned.deadlines.ranking, hireBy: planned.deadlines.hiring),
            channels: planned.channels,
            settings: RoundSettings(
                oneAcceptanceClosesRest: planned.oneAcceptanceClosesRest,
                responseWorkingDays: planned.offerResponseWorkingDays, retentionDays: planned.retentionDays,
                largestWishCount: planned.largestWishCount))
    }
}
