import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

enum GatheringDesk {
    static func show(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await page(room, notice: room.visit.doneNotice(try QueryParameters(request)))
    }

    static func prepare(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await take(request, "prepare", room, done: "prepared") { gathering, typed in
            _ = try await room.visit.perform(
                PrepareTrainee(gathering: gathering, trainee: room.id, note: typed.text("note")))
        }
    }

    static func reflect(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await take(request, "reflect", room, done: "reflected") { gathering, typed in
            let reflection = Reflection(
                outcome: typed.text("outcome"), content: typed.text("content"),
                participation: typed.text("participation"))
            _ = try await room.visit.perform(
                WriteReflection(gathering: gathering, trainee: room.id, reflection: reflection))
        }
    }

    private static func take(
        _ request: Request, _ form: String, _ room: TraineeVisit, done: String,
        _ deed: (GatheringID, Form) async throws -> Void
    ) async throws -> Response {
        let gathering: GatheringID = try room.visit.context.id("gathering")
        let typed = try await request.form(room.visit.context)
        return try await room.visit.attempt(typed) {
            try await deed(gathering, typed)
            return room.visit.redirect(room.path("/gatherings/\(gathering)?done=\(done)"))
        } or: {
            try await page(room, refused: RefusedForm(key: form, refusal: $0))
        }
    }

    private static func page(
        _ room: TraineeVisit, refused: RefusedForm? = nil, notice: DeskNotice? = nil
    ) async throws -> Response {
        let id: GatheringID = try room.visit.context.id("gathering")
        let lines = try await room.visit.fetch(TraineeAttendance(trainee: room.id))
        guard let line = lines.first(where: { $0.gathering.id == id }) else { throw Rejection.notFound }
        let notice = refused.map { $0.refusal.notice(room.visit, idPrefix: "\($0.key)-") } ?? notice
        let title = "\(line.gathering.title) – \(room.detail.trainee.name)"
        let parts = GatheringParts(room: room, maker: SheetMaker(visit: room.visit, refused: refused), line: line)
        let screen = SheetScreen(
            chrome: room.visit.chrome(title), head: room.head(nil, title, notice: notice),
            sections: try await parts.sections())
        return try room.visit.page(screen, status: refused?.refusal.status ?? .ok)
    }
}
