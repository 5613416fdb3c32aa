import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// What the visitor is named to, and what is due there.
enum MeDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit, notice: visit.doneNotice(try QueryParameters(request)))
    }

    static func accept(_ request: Request, _ visit: Visit) async throws -> Response {
        let (trainee, mentorship) = try proposal(visit)
        return try await take(Form(), "", visit, done: "mentorship.accepted") { _ in
            _ = try await visit.perform(AcceptMentorship(trainee: trainee, mentorship: mentorship))
        }
    }

    static func decline(_ request: Request, _ visit: Visit) async throws -> Response {
        let (trainee, mentorship) = try proposal(visit)
        return try await take(Form(), "", visit, done: "mentorship.declined") { _ in
            _ = try await visit.perform(DeclineMentorship(trainee: trainee, mentorship: mentorship))
        }
    }

    static func take(
        _ typed: Form, _ form: String, _ visit: Visit, done: String, _ deed: (Form) async throws -> Void
    ) async throws -> Response {
        try await visit.attempt(typed) {
            try await deed(typed)
            return visit.redirect("/me?done=\(done)")
        } or: {
            try await page(visit, refused: RefusedForm(key: form, refusal: $0))
        }
    }

    private static func proposal(_ visit: Visit) throws -> (TraineeID, MentorshipID) {
        if visit.actor == .anonymous { throw Rejection.forbidden }
        return (try visit.context.id("trainee"), try visit.context.id("mentorship"))
    }

    private static func page(
        _ visit: Visit, refused: RefusedForm? = nil, notice: DeskNotice? = nil
    ) async throws -> Response {
        let duties = try await visit.fetch(OwnDuties())
        let title = visit.text("me.title")
        let notice = refused.map { $0.refusal.notice(visit, idPrefix: "\($0.key)-") } ?? notice
        let parts = MeParts(
            visit: visit, maker: SheetMaker(visit: visit, refused: refused), duties: duties,
            months: try await months(of: duties.own.asTrainee, visit))
        let screen = SheetScreen(
            chrome: visit.chrome(title), head: DeskHead(title: title, notice: notice), sections: parts.sections)
        return try visit.page(screen, status: refused?.refusal.status ?? .ok)
    }
    private static func months(of trainees: [Trainee], _ visit: Visit) async throws -> [TraineeID: Timeline] {
        var months: [TraineeID: Timeline] = [:]
        for trainee in trainees {
            let gatherings = try await visit.fetch(TraineeAttendance(trainee: trainee.id))
            months[trainee.id] = Timeline(try await TraineeVisit(visit, trainee.id), gatherings)
        }
        return months
    }
}
