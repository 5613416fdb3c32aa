import KohortCore
import KohortStore

/// What is due for one employer's own trainees, in cohorts that are not closed; the nearest first.
package struct EmployerDuties: Query {
    package static let permission = Permission.readTrainees
    package var scope: Scope { .organisation(organisation) }
    package let organisation: OrganisationID

    package init(organisation: OrganisationID) { self.organisation = organisation }

    package func fetch(in read: borrowing Read) throws -> [EmployerDutyLine] {
        var lines: [EmployerDutyLine] = []
        for plan in try read.ask(CohortDirectory.self).all(read) where try !CohortClosing.isClosed(plan.id, in: read) {
            let picture = try CohortPicture(of: .id(plan.id), by: Self.permission, read)
            let own = picture.trainees.filter { $0.employer == organisation && $0.state.isOpen }
            if own.isEmpty { continue }
            lines += try starting(plan, read) + following(own, picture) + preparing(own, plan, read)
            lines += try evaluating(plan, read)
        }
        return lines.enumerated().sorted { ($0.element.by, $0.offset) < ($1.element.by, $1.offset) }.map(\.element)
    }

    private func starting(_ plan: CohortPlan, _ read: borrowing Read) throws -> [EmployerDutyLine] {
        try StartRequirement.missing(at: organisation, in: plan, read).map {
            EmployerDutyLine(duty: .meet($0), cohort: plan.slug, trainee: nil, by: plan.period.start)
        }
    }

    private func following(_ trainees: [Trainee], _ picture: CohortPicture) -> [EmployerDutyLine] {
        let asksForMentor = picture.cohort.rules.roles.mentor != nil
        return trainees.flatMap { trainee -> [EmployerDutyLine] in
            func line(_ duty: EmployerDuty, _ by: LocalDate) -> EmployerDutyLine {
                EmployerDutyLine(duty: duty, cohort: picture.cohort.slug, trainee: trainee.name, by: by)
            }
            var lines: [EmployerDutyLine] = []
            let start = trainee.period.start
            if picture.placements(of: trainee.id).isEmpty { lines.append(line(.planPlacements(trainee.id), start)) }
            if asksForMentor, picture.mentorship(of: trainee.id) == nil {
                lines.append(line(.nameMentor(trainee.id), start))
            }
            for placement in picture.unsupervised(of: trainee.id) {
                lines.append(line(.nameSupervisor(placement.id, of: trainee.id), placement.period.start))
            }
            return lines
        }
    }

    /// What is coming is told some days before, and no longer once it is over.
    private func preparing(
        _ trainees: [Trainee], _ plan: CohortPlan, _ read: borrowing Read
    ) throws -> [EmployerDutyLine] {
        let today = plan.today(read.now)
        let near = try Gathering.standing(in: plan.id, read).filter {
            $0.kind.isForTrainees && today <= $0.days.last
                && $0.days.first <= today.adding(days: PlacementDuties.notice)
        }
        if near.isEmpty { return [] }
        var lines: [EmployerDutyLine] = []
        for trainee in trainees where trainee.state == .enrolled {
            let prepared = try Presence(of: trainee.id, read).prepared
            lines += near.filter { !prepared.contains($0.id) }.map {
                EmployerDutyLine(
                    duty: .prepare($0.id, trainee.id, title: $0.title), cohort: plan.slug, trainee: trainee.name,
                    by: $0.days.first)
            }
        }
        return lines
    }

    private func evaluating(_ plan: CohortPlan, _ read: borrowing Read) throws -> [EmployerDutyLine] {
        let isNear = plan.period.lastDay <= plan.today(read.now).adding(days: PlacementDuties.notice)
        guard isNear, plan.rules.completion.steps.contains(.evaluation) else { return [] }
        let given = try Evaluation.all(
            where: "cohort = \(plan.id) and kind = 'member' and object = \(organisation)", read)
        return given.isEmpty
            ? [EmployerDutyLine(duty: .evaluateCohort, cohort: plan.slug, trainee: nil, by: plan.period.lastDay)] : []
    }
}
