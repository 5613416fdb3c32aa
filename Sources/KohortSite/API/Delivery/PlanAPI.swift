import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// What a trainee is to do and learn in a placement (KS11-26).
enum PlanAPI {
    static let endpoints = [
        Endpoint(
            .get, "/placements/{placement}/plan", .query(PlanOfPlacement.name),
            Operation("showPlan", "A placement's development plan; null before it is written", .ok(shape))
        ) { _, visit in
            let plan = try await visit.fetch(PlanOfPlacement(placement: try visit.placement()))
            return .json { json in json.object { $0.member("plan") { $0.plan(plan) } } }
        },
        Endpoint(
            post: "/placements/{placement}/plan", WriteDevelopmentPlan.self,
            Operation(
                "writePlan", "Lays or changes the plan; both agree to it anew",
                body: .form(["responsibilities": .text, "tasks": .text, "goals": .list(.text)]), .done,
                refusals: [.conflict])
        ) { change in
            let sent: SentDevelopmentPlan = try change.read()
            return try await change.done(
                WriteDevelopmentPlan(
                    placement: try change.visit.placement(), responsibilities: sent.responsibilities,
                    tasks: sent.tasks, goals: sent.goals))
        },
        Endpoint(
            post: "/placements/{placement}/plan/supervisor-agreement", AgreePlanAsSupervisor.self,
            Operation(
                "agreeAsSupervisor", "The supervisor agrees to the plan as it stands", .done, refusals: [.conflict])
        ) { change in
            try await change.done(AgreePlanAsSupervisor(placement: try change.visit.placement()))
        },
        Endpoint(
            post: "/placements/{placement}/plan/trainee-agreement", AgreePlanAsTrainee.self,
            Operation("agreeAsTrainee", "The trainee agrees to the plan as it stands", .done, refusals: [.conflict])
        ) { change in
            try await change.done(AgreePlanAsTrainee(placement: try change.visit.placement()))
        },
        Endpoint(
            post: "/placements/{placement}/plan/goals/{number}", ReachLearningGoal.self,
            Operation(
                "reachLearningGoal", "A learning goal, by its number from 1, is reached; null takes that back",
                body: .form(["on": .nullable(.date)]), .done, refusals: [.conflict])
        ) { change in
            let sent: SentReach = try change.read()
            guard let number = Int(try change.visit.context.parameter("number")) else { throw Rejection.notFound }
            return try await change.done(
                ReachLearningGoal(placement: try change.visit.placement(), goal: number, on: sent.on))
        },
    ]

    private static let shape = Shape.object([
        "plan": .nullable(
            .object([
                "responsibilities": .text, "tasks": .text,
                "goals": .list(.object(["text": .text, "reached_on": .nullable(.date)])),
                "supervisor_agreed_at": .nullable(.instant), "trainee_agreed_at": .nullable(.instant),
            ]))
    ])
}

private struct SentDevelopmentPlan: Decodable {
    let responsibilities, tasks: String
    let goals: [String]
}

private struct SentReach: Decodable {
    let on: LocalDate?
}

extension JSONWriter {
    fileprivate mutating func plan(_ plan: DevelopmentPlan?) {
        guard let plan else { return value(String?.none) }
        object { json in
            json.member("responsibilities", plan.responsibilities)
            json.member("tasks", plan.tasks)
            json.member("goals", list: plan.goals) { json, goal in
                json.object { json in
                    json.member("text", goal.text)
                    json.member("reached_on", goal.reachedOn)
                }
            }
            json.member("supervisor_agreed_at", plan.supervisorAgreedAt)
            json.member("trainee_agreed_at", plan.traineeAgreedAt)
        }
    }
}
