import KohortCore
import KohortStore

/// Closes a cohort with its outcomes, when its last day has come and nobody is in the programme any more. Nothing of it
/// changes from then on.
package struct CloseCohort: Command {
    package static let permission = Permission.closeCohort
    package static let events: [any Event.Type] = [CohortClosed.self]
    package var scope: Scope { .consortium }
    package let cohort: CohortID

    package init(cohort: CohortID) { self.cohort = cohort }

    package func perform(in write: borrowing Write) throws -> Done {
        let plan = try write.ask(CohortDirectory.self).find(.id(cohort), write.read)
        try CohortClosing.checkOpen(cohort, in: write.read)
        guard plan.period.lastDay <= plan.zone.date(at: write.now) else { throw Rejection.conflict("cohort.not_over") }
        let open = try write.count(
            "select count(*) from trainee where cohort = \(cohort) and state in ('blocked', 'enrolled')")
        guard open == 0 else { throw Rejection.conflict("cohort.trainees_open") }
        try write.execute("insert into cohort_closing (cohort, closed_at) values (\(cohort), \(write.now))")
        try write.record(
            CohortClosed(
                cohort: cohort,
                trainees: try write.count(
                    "select count(*) from trainee where cohort = \(cohort) and state <> 'removed'"),
                permanentlyHired: try write.count(
                    """
                    select count(*) from outcome_fact o join trainee t on t.id = o.trainee
                    where t.cohort = \(cohort) and t.state <> 'removed' and o.kind = 'permanently_hired'
                    """)))
        return Done()
    }
}
