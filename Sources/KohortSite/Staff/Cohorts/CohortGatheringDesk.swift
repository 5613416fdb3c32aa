import Delivery
import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb

/// One gathering: when and what, and who was there.
enum CohortGatheringDesk {
    static func show(_ request: Request, _ room: CohortVisit) async throws -> Response {
        try await page(room, notice: room.visit.doneNotice(try QueryParameters(request)))
    }

    static func move(_ request: Request, _ room: CohortVisit) async throws -> Response {
        let typed = try await request.form(room.visit.context)
        return try await attempt(typed, room, done: "gathering.moved") { id in
            let terms = try GatheringTerms(typed, room.visit)
            _ = try await room.visit.perform(MoveGathering(gathering: id, terms: terms))
        }
    }

    static func fix(_ request: Request, _ room: CohortVisit) async throws -> Response {
        let typed = try await request.form(room.visit.context)
        return try await attempt(typed, room, done: "gathering.fixed") { id in
            _ = try await room.visit.perform(FixContent(gathering: id, content: typed.text("content")))
        }
    }

    static func cancel(_ request: Request, _ room: CohortVisit) async throws -> Response {
        let id = try room.visit.gathering()
        return try await room.attempt(then: "/gatherings", done: "gathering.cancelled") {
            try await room.visit.perform(CancelGathering(gathering: id))
        } or: {
            try await page(room, notice: $0.notice(room.visit), status: $0.status)
        }
    }

    /// Does something with the gathering that the address names, and shows its page either way.
    static func attempt(
        _ typed: Form, _ room: CohortVisit, done: String, _ deed: (GatheringID) async throws -> Void
    ) async throws -> Response {
        let id = try room.visit.gathering()
        return try await room.attempt(typed, then: "/gatherings/\(id)", done: done) {
            try await deed(id)
        } or: {
            try await page(room, refusal: $0, notice: $0.notice(room.visit), status: $0.status)
        }
    }

    private static func page(
        _ room: CohortVisit, refusal: Refusal? = nil, notice: DeskNotice?, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let answer = try await room.visit.fetch(GatheringAttendance(gathering: try room.visit.gathering()))
        guard answer.gathering.cohort == room.id else { throw Rejection.notFound }
        return try room.visit.page(CohortGatheringScreen(room, answer, refusal, notice), status: status)
    }
}

/// Who was there; each line of the form that says something else than before is a change of its own.
enum CohortAttendanceDesk {
    static func trainees(_ request: Request, _ room: CohortVisit) async throws -> Response {
        let typed = try await request.form(room.visit.context)
        return try await CohortGatheringDesk.attempt(typed, room, done: "attendance.recorded") { id in
            let known = try await room.visit.fetch(GatheringAttendance(gathering: id))
            for line in known.trainees {
                let days = Set(typed.list("\(line.trainee.id)").compactMap { LocalDate($0) })
                if days == Set(line.days) { continue }
                _ = try await room.visit.perform(
                    RecordAttendance(gathering: id, trainee: line.trainee.id, days: days))
            }
        }
    }

    static func employers(_ request: Request, _ room: CohortVisit) async throws -> Response {
        let typed = try await request.form(room.visit.context)
        return try await CohortGatheringDesk.attempt(typed, room, done: "attendance.recorded") { id in
            let known = try await room.visit.fetch(GatheringAttendance(gathering: id))
            for employer in known.employers {
                let text = typed.text("\(employer.organisation)")
                if text.isEmpty { continue }
                guard let persons = Int(text) else {
                    throw Rejection.invalid(
                        "\(employer.organisation)", "number.range", ["from": "0", "to": "1000"])
                }
                if persons == employer.persons { continue }
                _ = try await room.visit.perform(
                    RecordEmployerAttendance(gathering: id, organisation: employer.organisation, persons: persons))
            }
        }
    }
}
