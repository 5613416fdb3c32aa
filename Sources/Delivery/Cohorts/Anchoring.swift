import KohortCore
import KohortStore

/// An employer's word that the programme's aims are anchored in its organisation (KS11-10).
enum Anchoring {
    static let migration = Migration(
        "anchorings",
        [
            """
            create table anchoring (cohort \(.text) not null, organisation \(.text) not null, \
            confirmed_at \(.integer) not null, primary key (cohort, organisation))
            """
        ])

    static func exists(at organisation: OrganisationID, in cohort: CohortID, _ read: borrowing Read) throws -> Bool {
        try read.count(
            "select count(*) from anchoring where cohort = \(cohort) and organisation = \(organisation)") > 0
    }
}

/// The employer confirms that the aims are anchored. Saying it again changes nothing.
package struct ConfirmAims: Command {
    package static let permission = Permission.confirmAims
    package static let events: [any Event.Type] = [AimsConfirmed.self]
    package var scope: Scope { .organisation(organisation) }
    package let cohort: CohortID
    package let organisation: OrganisationID

    package init(cohort: CohortID, organisation: OrganisationID) {
        (self.cohort, self.organisation) = (cohort, organisation)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let plan = try write.ask(CohortDirectory.self).find(.id(cohort), write.read)
        if try Anchoring.exists(at: organisation, in: plan.id, write.read) { return Done() }
        try write.execute(
            """
            insert into anchoring (cohort, organisation, confirmed_at)
            values (\(plan.id), \(organisation), \(write.now))
            """)
        try write.record(AimsConfirmed(cohort: plan.id, organisation: organisation))
        return Done()
    }
}

/// Enrols those of an employer's trainees for whom nothing is missing any more; by reaction.
package struct UnblockTrainees: Command {
    package static let permission = Permission.enrolTrainee
    package static let events: [any Event.Type] = [TraineeEnrolled.self]
    package var scope: Scope { .organisation(employer) }
    package let employer: OrganisationID

    package init(employer: OrganisationID) { self.employer = employer }

    package func perform(in write: borrowing Write) throws -> Done {
        let blocked = try write.all(Trainee.self, "where employer = \(employer) and state = 'blocked' order by id")
        for var trainee in blocked {
            let cohort = try write.ask(CohortDirectory.self).find(.id(trainee.cohort), write.read)
            guard try StartRequirement.missing(at: employer, in: cohort, write.read).isEmpty else { continue }
            trainee.state = .enrolled
            try write.update(trainee)
            try write.tell(trainee.person, of: trainee.id, as: .trainee)
            try write.record(TraineeEnrolled(trainee))
        }
        return Done()
    }
}
