import Delivery
import Hummingbird
import KohortCore
import KohortWeb

/// Leaves, which make the programme longer by their days.
enum LeaveAPI {
    static let endpoints = [
        Endpoint(
            post: "/trainees/{trainee}/leaves", RecordLeave.self,
            Operation(
                "recordLeave", "Records a leave; what comes after it moves by its days",
                body: .form(["starts_on": .date, "ends_before": .date, "reason": .choice(LeaveReason.self)]),
                .created, refusals: [.conflict])
        ) { change in
            let sent: SentLeave = try change.read()
            let id: LeaveID = change.visit.newID()
            let command = RecordLeave(
                id: id, trainee: try change.visit.trainee(), startsOn: sent.startsOn, endsBefore: sent.endsBefore,
                reason: sent.reason)
            return try await change.made(id, by: command)
        }
    ]
}

private struct SentLeave: Decodable {
    let startsOn, endsBefore: LocalDate
    let reason: LeaveReason
}
