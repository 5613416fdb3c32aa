import KohortCore

extension Permission {
    package static let recordOutcome = Permission("delivery.outcome.record")
}

/// It is known what became of a trainee in one respect.
package struct OutcomeRecorded: Event, Hashable {
    package static let name = "delivery.outcome.recorded"
    package let trainee: TraineeID
    package let cohort: CohortID
    package let employer: OrganisationID
    package let kind: OutcomeKind
    package let on: LocalDate
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }

    init(_ fact: OutcomeFact, of trainee: Trainee) {
        (self.trainee, cohort, employer) = (trainee.id, trainee.cohort, trainee.employer)
        (kind, on) = (fact.kind, fact.on)
    }
}

/// A fact was recorded by mistake and is gone.
package struct OutcomeCleared: Event, Hashable {
    package static let name = "delivery.outcome.cleared"
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let kind: OutcomeKind
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }
}
