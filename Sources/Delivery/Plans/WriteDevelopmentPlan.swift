import KohortCore
import KohortStore

/// Lays or changes a placement's plan. Both must agree to it anew; a learning goal whose words stay is still reached.
package struct WriteDevelopmentPlan: Command {
    package static let permission = Permission.writePlan
    package static let events: [any Event.Type] = [PlanWritten.self]
    package var scope: Scope { .placement(placement) }
    package static let mostGoals = 20

    package let placement: PlacementID
    package let responsibilities: String
    package let tasks: String
    /// 1–20, in order.
    package let goals: [String]

    package init(placement: PlacementID, responsibilities: String, tasks: String, goals: [String]) {
        (self.placement, self.responsibilities) = (placement, responsibilities)
        (self.tasks, self.goals) = (tasks, goals)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (placement, trainee, _) = try write.openPlacement(placement)
        let (responsibilities, tasks, goals) = try checked()
        let reached = try DevelopmentPlan.find(of: placement.id, write.read)?.goals ?? []
        try write.execute("delete from learning_goal where placement = \(placement.id)")
        try write.execute(
            """
            insert into development_plan (placement, responsibilities, tasks, written_at)
            values (\(placement.id), \(responsibilities), \(tasks), \(write.now))
            on conflict (placement) do update set responsibilities = excluded.responsibilities, tasks = excluded.tasks,
                written_at = excluded.written_at, supervisor_agreed_at = null, trainee_agreed_at = null
            """)
        for (index, goal) in goals.enumerated() {
            let reachedOn = reached.first { $0.text == goal }?.reachedOn
            try write.execute(
                """
                insert into learning_goal (placement, position, words, reached_on)
                values (\(placement.id), \(index + 1), \(goal), \(reachedOn))
                """)
        }
        try write.record(PlanWritten(placement: placement.id, employer: trainee.employer, goals: goals.count))
        return Done()
    }

    private func checked() throws(Rejection) -> (responsibilities: String, tasks: String, goals: [String]) {
        var problems: [FieldProblem] = []
        let responsibilities = WrittenText.required(responsibilities, field: "responsibilities", problems: &problems)
        let tasks = WrittenText.required(tasks, field: "tasks", problems: &problems)
        let goals = goals.enumerated().map { index, goal in
            WrittenText.line(goal, field: "goals[\(index)]", limit: 500, problems: &problems)
        }
        if !(1...Self.mostGoals).contains(goals.count) {
            problems.append(FieldProblem("goals", "number.range", ["from": "1", "to": String(Self.mostGoals)]))
        }
        try problems.throwIfAny()
        return (responsibilities, tasks, goals)
    }
}

/// The supervisor agrees to the plan as it stands.
package struct AgreePlanAsSupervisor: Command {
    package static let permission = Permission.agreePlanAsSupervisor
    package static let events: [any Event.Type] = [PlanAgreed.self]
    package var scope: Scope { .placement(placement) }
    package let placement: PlacementID

    package init(placement: PlacementID) { self.placement = placement }

    package func perform(in write: borrowing Write) throws -> Done {
        try write.agree(to: placement, by: .supervisor, "supervisor_agreed_at")
        return Done()
    }
}

/// The trainee agrees to the plan as it stands.
package struct AgreePlanAsTrainee: Command {
    package static let permission = Permission.agreePlanAsTrainee
    package static let events: [any Event.Type] = [PlanAgreed.self]
    package var scope: Scope { .placement(placement) }
    package let placement: PlacementID

    package init(placement: PlacementID) { self.placement = placement }

    package func perform(in write: borrowing Write) throws -> Done {
        try write.agree(to: placement, by: .trainee, "trainee_agreed_at")
        return Done()
    }
}

/// A learning goal of a plan is reached, by its number from 1; a nil date takes it back.
package struct ReachLearningGoal: Command {
    package static let permission = Permission.writePlan
    package static let events: [any Event.Type] = [LearningGoalReached.self]
    package var scope: Scope { .placement(placement) }
    package let placement: PlacementID
    package let goal: Int
    package let reachedOn: LocalDate?

    package init(placement: PlacementID, goal: Int, on reachedOn: LocalDate?) {
        (self.placement, self.goal, self.reachedOn) = (placement, goal, reachedOn)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (placement, trainee, cohort) = try write.openPlacement(placement)
        try reachedOn?.checkPast(cohort.today(write.now), field: "reached_on")
        let count = try write.execute(
            """
            update learning_goal set reached_on = \(reachedOn)
            where placement = \(placement.id) and position = \(goal)
            """)
        guard count == 1 else { throw Rejection.notFound }
        try write.record(
            LearningGoalReached(
                placement: placement.id, employer: trainee.employer, goal: goal, reachedOn: reachedOn))
        return Done()
    }
}

/// A placement's plan; nil before it is written.
package struct PlanOfPlacement: Query {
    package static let permission = Permission.readPlan
    package var scope: Scope { .placement(placement) }
    package let placement: PlacementID

    package init(placement: PlacementID) { self.placement = placement }

    package func fetch(in read: borrowing Read) throws -> DevelopmentPlan? {
        try DevelopmentPlan.find(of: try read.placement(placement).0.id, read)
    }
}

extension Write {
    fileprivate func agree(to placement: PlacementID, by party: PlanAgreed.Party, _ column: StaticString) throws {
        let (placement, trainee, _) = try openPlacement(placement)
        let count = try execute(
            "update development_plan set \(Names(column)) = \(now) where placement = \(placement.id)")
        guard count == 1 else { throw Rejection.notFound }
        try record(PlanAgreed(placement: placement.id, employer: trainee.employer, by: party))
    }
}
