import Delivery
import Hummingbird
import KohortCore
import KohortWeb

/// What became of a trainee: facts of their own, each with its date (ROM-6).
enum OutcomeAPI {
    static let endpoints = [
        Endpoint(
            post: "/trainees/{trainee}/outcomes", RecordOutcome.self,
            Operation(
                "recordOutcome", "Records one fact of what became of a trainee",
                body: .form(["kind": .choice(OutcomeKind.self), "on": .date]), .done, refusals: [.conflict])
        ) { change in
            let sent: SentOutcome = try change.read()
            return try await change.done(
                RecordOutcome(trainee: try change.visit.trainee(), kind: sent.kind, on: sent.on))
        },
        Endpoint(
            post: "/trainees/{trainee}/outcomes/{outcome}/removal", ClearOutcome.self,
            Operation("clearOutcome", "Takes a fact away that was recorded by mistake", .done, refusals: [.conflict])
        ) { change in
            guard let kind = OutcomeKind(rawValue: try change.visit.context.parameter("outcome")) else {
                throw Rejection.notFound
            }
            return try await change.done(ClearOutcome(trainee: try change.visit.trainee(), kind: kind))
        },
    ]
}

private struct SentOutcome: Decodable {
    let kind: OutcomeKind
    let on: LocalDate
}
