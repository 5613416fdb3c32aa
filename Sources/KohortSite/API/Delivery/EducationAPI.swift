import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// How a trainee's time is divided between practical work and education (NOR-4).
enum EducationAPI {
    static let endpoints = [
        Endpoint(
            .get, "/trainees/{trainee}/education", .query(EducationOfTrainee.name),
            Operation(
                "showEducation", "Working days as planned, and what is recorded of them", .ok(shape))
        ) { _, visit in
            let share = try await visit.fetch(EducationOfTrainee(trainee: try visit.trainee()))
            return .json { json in json.object { $0.education(share) } }
        },
        Endpoint(
            post: "/trainees/{trainee}/education", RecordEducation.self,
            Operation(
                "recordEducation", "Records a day's education",
                body: .form(["held_on": .date, "hours": .whole(from: 1, to: 24), "about": .text]), .created,
                refusals: [.conflict])
        ) { change in
            let sent: SentEducation = try change.read()
            let id: EducationID = change.visit.newID()
            let command = RecordEducation(
                education: id, trainee: try change.visit.trainee(), heldOn: sent.heldOn, hours: sent.hours,
                about: sent.about)
            return try await change.made(id, by: command)
        },
    ]

    private static let shape = Shape.object([
        "percent": .nullable(.count), "days": .count, "education_days": .nullable(.count),
        "practical_days": .nullable(.count), "recorded_hours": .count, "recorded_share": .number,
    ])
}

private struct SentEducation: Decodable {
    let heldOn: LocalDate
    let hours: Int
    let about: String
}

extension JSONWriter {
    fileprivate mutating func education(_ share: EducationShare) {
        member("percent", share.percent)
        member("days", share.days)
        member("education_days", share.educationDays)
        member("practical_days", share.practicalDays)
        member("recorded_hours", share.hours)
        member("recorded_share", share.recordedShare)
    }
}
