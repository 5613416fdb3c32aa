import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// The programme's qualification goals: n of them reached, no pass mark (KS11-34).
enum GoalAPI {
    static let endpoints = [
        Endpoint(
            .get, "/trainees/{trainee}/goals", .query(GoalProgress.name),
            Operation(
                "listGoals", "The programme's goals and when the trainee reached them",
                .ok(.object(["reached": .count, "of": .count, "goals": .list(goal)])))
        ) { _, visit in
            let lines = try await visit.fetch(GoalProgress(trainee: try visit.trainee()))
            return .json { json in json.object { $0.goals(lines, visit.language) } }
        },
        Endpoint(
            post: "/trainees/{trainee}/goals/{goal}", ReachGoal.self,
            Operation(
                "reachGoal", "A trainee has reached one of the goals", body: SentDay.shape, .done,
                refusals: [.conflict])
        ) { change in
            let sent: SentDay = try change.read()
            return try await change.done(
                ReachGoal(
                    trainee: try change.visit.trainee(), goal: try change.visit.context.slug("goal"), on: sent.on))
        },
        Endpoint(
            post: "/trainees/{trainee}/goals/{goal}/removal", UnreachGoal.self,
            Operation("unreachGoal", "A goal was marked by mistake", .done, refusals: [.conflict])
        ) { change in
            try await change.done(
                UnreachGoal(trainee: try change.visit.trainee(), goal: try change.visit.context.slug("goal")))
        },
    ]

    private static let goal = Shape.object(["goal": .slug, "text": .text, "reached_on": .nullable(.date)])
}

extension JSONWriter {
    fileprivate mutating func goals(_ lines: [GoalProgress.Line], _ language: Language) {
        member("reached", lines.reached)
        member("of", lines.count)
        member("goals", list: lines) { json, line in
            json.object { json in
                json.member("goal", line.goal.slug)
                json.member("text", line.goal.text.text(in: language))
                json.member("reached_on", line.reachedOn)
            }
        }
    }
}
