import KohortCore

/// Somebody gave an evaluation; its words are in no event.
package struct EvaluationGiven: Event, Hashable {
    package static let name = "delivery.evaluation.given"
    package let cohort: CohortID
    /// `placement`, `trainee` or `member`.
    package let kind: String
    /// The id of what was evaluated, or of the member that did.
    package let object: String
    /// The trainee's employer, or the member that evaluates.
    package let organisation: OrganisationID
    package var subject: Subject { Subject("cohort", cohort) }
    package var audience: Audience { .organisation(organisation) }
}

extension Permission {
    package static let evaluatePlacement = Permission("delivery.evaluation.give_placement")
    package static let evaluateProgramme = Permission("delivery.evaluation.give_programme")
    /// A member's part of the joint evaluation (NOR-8).
    package static let evaluateCohort = Permission("delivery.evaluation.give_cohort")
    package static let readEvaluations = Permission("delivery.evaluation.read")
}
