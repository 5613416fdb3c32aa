import KohortCore
import KohortStore

/// Extends a probation that has not ended, for a reason such as illness (KS11-18).
package struct ExtendProbation: Command {
    package static let permission = Permission.extendProbation
    package static let events: [any Event.Type] = [ProbationExtended.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    /// The first day after the probation.
    package let until: LocalDate
    package let reason: String

    package init(trainee: TraineeID, until: LocalDate, reason: String) {
        (self.trainee, self.until, self.reason) = (trainee, until, reason)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let found = try write.present(trainee)
        var trainee = found.trainee
        guard let former = trainee.probationUntil else { throw Rejection.conflict("probation.none") }
        guard found.today < former else { throw Rejection.conflict("probation.over") }
        var problems: [FieldProblem] = []
        let reason = WrittenText.line(reason, field: "reason", limit: 500, problems: &problems)
        if until <= former {
            problems.append(FieldProblem("until", "date.order", ["after": former.description]))
        }
        try problems.throwIfAny()
        (trainee.probationUntil, trainee.probationReason) = (until, reason)
        try write.update(trainee)
        try write.record(
            ProbationExtended(trainee: trainee.id, employer: trainee.employer, from: former, until: until))
        return Done()
    }
}

extension Permission {
    package static let extendProbation = Permission("delivery.probation.extend")
}

/// A trainee's probation lasts longer. Why is not in the journal.
package struct ProbationExtended: TraineeEvent, Hashable {
    package static let name = "delivery.probation.extended"
    package let trainee: TraineeID
    package let employer: OrganisationID
    /// The first day after the probation, as it was.
    package let from: LocalDate
    /// And as it is.
    package let until: LocalDate
}
