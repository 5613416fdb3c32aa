import Delivery
import Hummingbird
import KohortCore
import KohortWeb

/// Leaves and extensions, which make the programme longer by their days.
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
        },
        Endpoint(
            post: "/trainees/{trainee}/leaves/{leave}/cancellation", CancelLeave.self,
            Operation(
                "cancelLeave", "Takes a leave back; what came after it moves back by its days", .done,
                refusals: [.conflict])
        ) { change in
            try await change.done(
                CancelLeave(trainee: try change.visit.trainee(), leave: try change.visit.context.id("leave")))
        },
        Endpoint(
            post: "/trainees/{trainee}/extensions", ExtendTrainee.self,
            Operation(
                "extendTrainee",
                "Lets a placement, or the programme, last until the day before `until`; what comes after it moves",
                body: .form(["until": .date, "reason": .text], optional: ["placement": .id]), .created,
                refusals: [.conflict])
        ) { change in
            let sent: SentExtension = try change.read()
            let id: TraineeExtensionID = change.visit.newID()
            let command = ExtendTrainee(
                id: id, trainee: try change.visit.trainee(), placement: sent.placement, until: sent.until,
                reason: sent.reason)
            return try await change.made(id, by: command)
        },
    ]
}

private struct SentLeave: Decodable {
    let startsOn, endsBefore: LocalDate
    let reason: LeaveReason
}

private struct SentExtension: Decodable {
    let placement: PlacementID?
    let until: LocalDate
    let reason: String
}
