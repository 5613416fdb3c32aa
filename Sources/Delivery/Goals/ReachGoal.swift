import KohortCore
import KohortStore

/// The programme's qualification goals that trainees have reached: as many as possible, no pass mark (KS11-34).
enum ReachedGoal {
    static let migration = Migration(
        "reached-goals",
        [
            """
            create table reached_goal (trainee \(.text) not null references trainee (id), goal \(.text) not null, \
            reached_on \(.text) not null, primary key (trainee, goal))
            """
        ])
}

/// A trainee has reached one of the programme's goals. Saying it again changes the date.
package struct ReachGoal: Command {
    package static let permission = Permission.reachGoal
    package static let events: [any Event.Type] = [GoalReached.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let goal: Slug
    package let reachedOn: LocalDate

    package init(trainee: TraineeID, goal: Slug, on reachedOn: LocalDate) {
        (self.trainee, self.goal, self.reachedOn) = (trainee, goal, reachedOn)
    }

    package func perform(in write: borrowing Write) throws -> Done {
        let (trainee, cohort) = try write.openTrainee(trainee)
        guard cohort.rules.goals.contains(where: { $0.slug == goal }) else { throw Rejection.notFound }
        try reachedOn.checkPast(cohort.today(write.now), field: "reached_on")
        try write.execute(
            """
            insert into reached_goal (trainee, goal, reached_on) values (\(trainee.id), \(goal), \(reachedOn))
            on conflict (trainee, goal) do update set reached_on = excluded.reached_on
            """)
        try write.record(
            GoalReached(trainee: trainee.id, employer: trainee.employer, goal: goal, reachedOn: reachedOn))
        return Done()
    }
}

/// A goal was marked by mistake. One that is not marked changes nothing.
package struct UnreachGoal: Command {
    package static let permission = Permission.reachGoal
    package static let events: [any Event.Type] = [GoalUnreached.self]
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID
    package let goal: Slug

    package init(trainee: TraineeID, goal: Slug) { (self.trainee, self.goal) = (trainee, goal) }

    package func perform(in write: borrowing Write) throws -> Done {
        let (trainee, _) = try write.openTrainee(trainee)
        let count = try write.execute(
            "delete from reached_goal where trainee = \(trainee.id) and goal = \(goal)")
        if count > 0 {
            try write.record(GoalUnreached(trainee: trainee.id, employer: trainee.employer, goal: goal))
        }
        return Done()
    }
}

/// How many of the programme's goals a trainee has reached: n of 9 (KS11-34).
package struct GoalProgress: Query {
    package struct Line: Hashable, Sendable {
        package let goal: NamedText
        package let reachedOn: LocalDate?
    }

    package static let permission = Permission.readTrainee
    package var scope: Scope { .trainee(trainee) }
    package let trainee: TraineeID

    package init(trainee: TraineeID) { self.trainee = trainee }

    package func fetch(in read: borrowing Read) throws -> [Line] {
        let (trainee, cohort) = try read.trainee(trainee)
        var reached: [Slug: LocalDate] = [:]
        try read.forEach("select goal, reached_on from reached_goal where trainee = \(trainee.id)") {
            reached[try $0[0]] = try $0[1]
        }
        return cohort.rules.goals.map { Line(goal: $0, reachedOn: reached[$0.slug]) }
    }
}

extension [GoalProgress.Line] {
    package var reached: Int { count { $0.reachedOn != nil } }
}
