import KohortCore
import KohortStore

/// All that one placement's page shows: the plan, the supervisor's talks, and what the actor may do there. What the
/// supervisor found is in it for who may write or read it.
package struct PlacementDetail: Query {
    package struct Answer: Hashable, Sendable {
        package let line: PlacementLine
        package let trainee: Trainee
        package let zone: Zone
        package let isClosed: Bool
        package let plan: DevelopmentPlan?
        package let talks: [Talk]
        package let evaluation: Evaluation?
        package let rights: Set<Permission>
    }

    package static let permission = Permission.readPlan
    package var scope: Scope { .placement(placement) }
    package let placement: PlacementID

    package init(placement: PlacementID) { self.placement = placement }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let found = try read.inCohort(try read.find(Placement.self, placement).trainee)
        let rows = try TraineeRows(of: found, read)
        let contacts = try read.ask(PeopleDirectory.self).find(rows.people, read)
        let lines = rows.placementLines(found, try Hosts.on(found.today, read), contacts)
        guard let line = lines.first(where: { $0.placement.id == placement }) else { throw Rejection.notFound }
        let rights = try rights(read)
        let seesEvaluation = !rights.isDisjoint(with: [.evaluatePlacement, .readEvaluations])
        return Answer(
            line: line, trainee: found.trainee.seen(within: .organisations([])), zone: found.cohort.zone,
            isClosed: try CohortClosing.isClosed(found.cohort.id, in: read),
            plan: try DevelopmentPlan.find(of: placement, read),
            talks: try Talk.all(of: found.trainee.id, in: read).filter { $0.placement == placement },
            evaluation: seesEvaluation
                ? try Evaluation.all(where: "kind = 'placement' and object = \(placement)", read).first : nil,
            rights: rights)
    }

    private func rights(_ read: borrowing Read) throws -> Set<Permission> {
        var allowed: Set<Permission> = []
        for permission in Self.asked where try read.may(permission, on: scope) { allowed.insert(permission) }
        return allowed
    }

    private static let asked: [Permission] = [
        .writePlan, .agreePlanAsSupervisor, .agreePlanAsTrainee, .logSupervisorTalk, .evaluatePlacement,
        .readEvaluations, .readTrainee,
    ]
}
