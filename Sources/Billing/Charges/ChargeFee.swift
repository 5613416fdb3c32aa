import KohortCore
import KohortStore

/// An enrolment is charged by the cohort's fee plan (KS11-35): each fee once for a trainee, or once for a member. What
/// the host or the consortium bears, and what is counted by cohort, is nobody's charge.
package struct ChargeFee: Command {
    package static let permission = Permission.chargeFee
    package static let events: [any Event.Type] = [FeeCharged.self]
    package var scope: Scope { .organisation(organisation) }
    package let trainee: TraineeID
    package let cohort: CohortID
    package let organisation: OrganisationID

    package init(trainee: TraineeID, cohort: CohortID, organisation: OrganisationID) {
        (self.trainee, self.cohort, self.organisation) = (trainee, cohort, organisation)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        guard let plan = try write.ask(FeePlans.self).of(cohort, write.read) else { throw Rejection.notFound }
        for fee in plan.fees where fee.isPaidByEmployer {
            switch fee.basis {
            case .trainee: try charge(fee, of: trainee, in: write)
            case .member: try charge(fee, of: nil, in: write)
            case .cohort: continue
            }
        }
        return Done()
    }

    private func charge(_ fee: PlannedFee, of trainee: TraineeID?, in write: borrowing Write) throws {
        let same = Charge.same(fee.slug, of: trainee, by: organisation, in: cohort)
        guard try write.count("select count(*) from charge where \(same)") == 0 else { return }
        let charge = Charge(
            .new(at: write.now), fee, of: trainee, by: organisation, in: cohort, at: write.now)
        try write.insert(charge)
        try write.record(FeeCharged(charge))
    }
}
