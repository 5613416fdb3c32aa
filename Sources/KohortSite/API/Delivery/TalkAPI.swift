import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// That talks took place; a mentor's has no content anywhere (BD-6).
enum TalkAPI {
    static let endpoints = [
        Endpoint(
            .get, "/trainees/{trainee}/talks", .query(TraineeTalks.name),
            Operation("listTalks", "A trainee's talks, and how the mentor's keep to the programme", .ok(shape))
        ) { _, visit in
            let talks = try await visit.fetch(TraineeTalks(trainee: try visit.trainee()))
            return .json { json in json.object { $0.talks(talks) } }
        },
        Endpoint(
            post: "/trainees/{trainee}/talks", LogMentorTalk.self,
            Operation(
                "logMentorTalk", "Mentor and trainee met; nothing else is asked for", body: .form(["held_on": .date]),
                .created, refusals: [.conflict])
        ) { change in
            let sent: SentTalk = try change.read()
            let id: TalkID = change.visit.newID()
            return try await change.made(
                id, by: LogMentorTalk(talk: id, trainee: try change.visit.trainee(), heldOn: sent.heldOn))
        },
        Endpoint(
            post: "/placements/{placement}/talks", LogSupervisorTalk.self,
            Operation(
                "logSupervisorTalk", "Supervisor and trainee talked, in the course of a placement or at its end",
                body: .form(["held_on": .date], optional: ["final": .boolean]), .created, refusals: [.conflict])
        ) { change in
            let sent: SentTalk = try change.read()
            let id: TalkID = change.visit.newID()
            let command = LogSupervisorTalk(
                talk: id, placement: try change.visit.placement(), isFinal: sent.final ?? false, heldOn: sent.heldOn)
            return try await change.made(id, by: command)
        },
        Endpoint(
            post: "/trainees/{trainee}/talks/{talk}/removal", RetractTalk.self,
            Operation("retractTalk", "A talk was logged by mistake", .done, refusals: [.conflict])
        ) { change in
            try await change.done(
                RetractTalk(talk: try change.visit.context.id("talk"), trainee: try change.visit.trainee()))
        },
    ]

    private static let shape = Shape.object([
        "held": .count, "expected": .nullable(.count), "next_by": .nullable(.date), "overdue": .boolean,
        "talks": .list(
            .object(["id": .id, "kind": .choice(TalkKind.self), "placement": .nullable(.id), "held_on": .date])),
    ])
}

private struct SentTalk: Decodable {
    let heldOn: LocalDate
    let final: Bool?
}

extension JSONWriter {
    fileprivate mutating func talks(_ answer: TraineeTalks.Answer) {
        member("held", answer.mentor.held)
        member("expected", answer.mentor.expected)
        member("next_by", answer.mentor.nextBy)
        member("overdue", answer.mentor.isOverdue)
        member("talks", list: answer.talks) { json, talk in
            json.object { json in
                json.member("id", talk.id)
                json.member("kind", talk.kind.rawValue)
                json.member("placement", talk.placement)
                json.member("held_on", talk.heldOn)
            }
        }
    }
}
