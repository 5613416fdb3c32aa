import Delivery
import Hummingbird
import KohortCore
import KohortWeb

/// Who was at a gathering, how they were prepared and what they brought home (KS11-31, KS11-33).
enum AttendanceAPI {
    static let endpoints = [
        Endpoint(
            post: "/gatherings/{gathering}/attendance", RecordAttendance.self,
            Operation(
                "recordAttendance", "On which days a trainee was there, in place of what was recorded before",
                body: .form(["trainee": .id, "days": .list(.date)]), .done, refusals: [.conflict])
        ) { change in
            let sent: SentDays = try change.read()
            return try await change.done(
                RecordAttendance(
                    gathering: try change.visit.gathering(), trainee: sent.trainee, days: Set(sent.days)))
        },
        Endpoint(
            post: "/gatherings/{gathering}/employer-attendance", RecordEmployerAttendance.self,
            Operation(
                "recordEmployerAttendance", "How many of an employer's people were at a seminar or meeting",
                body: .form(["employer": .slug, "persons": .whole(from: 0, to: 1000)]), .done, refusals: [.conflict])
        ) { change in
            let (sent, persons): (NamedEmployer, SentPersons) = (try change.read(), try change.read())
            return try await change.done(
                RecordEmployerAttendance(
                    gathering: try change.visit.gathering(),
                    organisation: try change.visit.sentOrganisation(sent.employer, "employer"),
                    persons: persons.persons))
        },
        Endpoint(
            post: "/gatherings/{gathering}/preparations", PrepareTrainee.self,
            Operation(
                "prepareTrainee", "The employer has prepared a trainee for a gathering",
                body: .form(["trainee": .id], optional: ["note": .text]), .done, refusals: [.conflict])
        ) { change in
            let sent: SentPreparation = try change.read()
            return try await change.done(
                PrepareTrainee(
                    gathering: try change.visit.gathering(), trainee: sent.trainee, note: sent.note ?? ""))
        },
        Endpoint(
            post: "/gatherings/{gathering}/reflections", WriteReflection.self,
            Operation(
                "writeReflection", "What a trainee brought home from a gathering",
                body: .form(["trainee": .id, "outcome": .text, "content": .text, "participation": .text]), .done,
                refusals: [.conflict])
        ) { change in
            let (sent, words): (SentTraineeID, Reflection) = (try change.read(), try change.read())
            return try await change.done(
                WriteReflection(
                    gathering: try change.visit.gathering(), trainee: sent.trainee, reflection: words))
        },
    ]
}

private struct SentDays: Decodable {
    let trainee: TraineeID
    let days: [LocalDate]
}

private struct SentPersons: Decodable {
    let persons: Int
}

private struct SentPreparation: Decodable {
    let trainee: TraineeID
    let note: String?
}

private struct SentTraineeID: Decodable {
    let trainee: TraineeID
}
