import KohortCore
import KohortStore

/// The supervisor's evaluation of a placement, for the coordinator (KS11-27); once the placement, as it is dated now,
/// has begun.
package struct EvaluatePlacement: Command {
    package static let permission = Permission.evaluatePlacement
    package static let events: [any Event.Type] = [EvaluationGiven.self]
    package var scope: Scope { .placement(placement) }
    package let evaluation: EvaluationID
    package let placement: PlacementID
    package let text: String

    package init(evaluation: EvaluationID, placement: PlacementID, text: String) {
        (self.evaluation, self.placement, self.text) = (evaluation, placement, text)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (placement, trainee, cohort) = try write.openPlacement(placement)
        guard placement.period.start <= cohort.today(write.now) else { throw Rejection.conflict("placement.not_begun") }
        try write.give(
            evaluation, of: .placement(placement.id), in: cohort.id, text, by: trainee.employer)
        return Done()
    }
}

/// The trainee's evaluation of the programme, once they have begun.
package struct EvaluateProgramme: Command {
    package static let permission = Permission.evaluateProgramme
    package static let events: [any Event.Type] = [EvaluationGiven.self]
    package var scope: Scope { .trainee(trainee) }
    package let evaluation: EvaluationID
    package let trainee: TraineeID
    package let text: String

    package init(evaluation: EvaluationID, trainee: TraineeID, text: String) {
        (self.evaluation, self.trainee, self.text) = (evaluation, trainee, text)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (trainee, cohort) = try write.openTrainee(trainee)
        guard trainee.period.start <= cohort.today(write.now) else { throw Rejection.conflict("trainee.not_begun") }
        try write.give(
            evaluation, of: .trainee(trainee.id), in: cohort.id, text, by: trainee.employer)
        return Done()
    }
}

/// A member's part of the joint evaluation of a cohort (NOR-8).
package struct EvaluateCohort: Command {
    package static let permission = Permission.evaluateCohort
    package static let events: [any Event.Type] = [EvaluationGiven.self]
    package var scope: Scope { .organisation(organisation) }
    package let evaluation: EvaluationID
    package let cohort: CohortID
    package let organisation: OrganisationID
    package let text: String

    package init(evaluation: EvaluationID, cohort: CohortID, organisation: OrganisationID, text: String) {
        (self.evaluation, self.cohort) = (evaluation, cohort)
        (self.organisation, self.text) = (organisation, text)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let plan = try write.openCohort(cohort)
        guard plan.period.start <= plan.today(write.now) else { throw Rejection.conflict("cohort.not_begun") }
        try write.give(
            evaluation, of: .member(organisation), in: plan.id, text, by: organisation)
        return Done()
    }
}

extension Write {
    fileprivate func give(
        _ id: EvaluationID, of object: Evaluation.Object, in cohort: CohortID, _ text: String,
        by organisation: OrganisationID
    ) throws {
        var problems: [FieldProblem] = []
        let text = WrittenText.required(text, field: "text", problems: &problems)
        try problems.throwIfAny()
        try execute(
            """
            insert into evaluation (id, cohort, kind, object, words, given_at)
            values (\(id), \(cohort), \(object.kind), \(object.id), \(text), \(now))
            on conflict (cohort, kind, object) do update set words = excluded.words, given_at = excluded.given_at
            """)
        try record(EvaluationGiven(cohort: cohort, kind: object.kind, object: object.id, organisation: organisation))
    }
}
