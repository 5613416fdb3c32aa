import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

enum ClosingDesk {
    static func tick(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        let item = try room.visit.context.slug("item")
        return try await room.take(Form(), "", on: .closing, done: "item.ticked") { _ in
            _ = try await room.visit.perform(TickItem(trainee: room.id, item: item))
        }
    }

    static func untick(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        let item = try room.visit.context.slug("item")
        return try await room.take(Form(), "", on: .closing, done: "item.unticked") { _ in
            _ = try await room.visit.perform(UntickItem(trainee: room.id, item: item))
        }
    }

    static func record(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        let kind = try kind(room)
        return try await room.take(request, ClosingParts.key(of: kind), on: .closing, done: "outcome.dated") {
            _ = try await room.visit.perform(RecordOutcome(trainee: room.id, kind: kind, on: try $0.date("on")))
        }
    }

    static func clear(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        let kind = try kind(room)
        return try await room.take(Form(), "", on: .closing, done: "outcome.cleared") { _ in
            _ = try await room.visit.perform(ClearOutcome(trainee: room.id, kind: kind))
        }
    }

    private static func kind(_ room: TraineeVisit) throws -> OutcomeKind {
        guard let kind = OutcomeKind(rawValue: try room.visit.context.parameter("kind")) else {
            throw Rejection.notFound
        }
        return kind
    }

    static func complete(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await room.take(request, "complete", on: .closing, done: "trainee.completed") { typed in
            try await room.visit.complete(room.id, on: try typed.date("on"))
        }
    }

    static func hireEarly(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await room.take(request, "hire_early", on: .closing, done: "trainee.hired_early") {
            _ = try await room.visit.perform(HireEarly(trainee: room.id, on: try $0.date("on")))
        }
    }

    static func withdraw(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await room.take(request, "withdraw", on: .closing, done: "trainee.withdrawn") { typed in
            guard let reason = WithdrawalReason(rawValue: typed.text("reason")) else {
                throw Rejection.invalid("reason", "choice.required")
            }
            _ = try await room.visit.perform(
                WithdrawTrainee(trainee: room.id, on: try typed.date("on"), reason: reason))
        }
    }
}

extension Visit {
    /// Marks a trainee as completed. What is left to do stands at the form's day.
    func complete(_ trainee: TraineeID, on day: LocalDate) async throws {
        do { _ = try await perform(CompleteTrainee(trainee: trainee, on: day)) } catch Rejection.invalid(let problems) {
            throw Rejection.invalid(problems.map { FieldProblem("on", $0.code, $0.values) })
        }
    }
}
