import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

/// The page of one placement.
enum PeriodDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit, notice: visit.doneNotice(try QueryParameters(request)))
    }

    static func write(_ request: Request, _ visit: Visit) async throws -> Response {
        try await take(request, "write", visit, done: "plan.written") { placement, typed in
            let goals = typed.text("goals").split(whereSeparator: \.isNewline).map(String.init)
                .filter { !$0.allSatisfy(\.isWhitespace) }
            do {
                _ = try await visit.perform(
                    WriteDevelopmentPlan(
                        placement: placement, responsibilities: typed.text("responsibilities"),
                        tasks: typed.text("tasks"), goals: goals))
            } catch Rejection.invalid(let problems) {
                // The goals are lines of one field.
                throw Rejection.invalid(
                    problems.map { $0.field.hasPrefix("goals") ? FieldProblem("goals", $0.code, $0.values) : $0 })
            }
        }
    }

    static func agreeAsSupervisor(_ request: Request, _ visit: Visit) async throws -> Response {
        try await take(Form(), "", visit, done: "plan.agreed") { placement, _ in
            _ = try await visit.perform(AgreePlanAsSupervisor(placement: placement))
        }
    }

    static func agreeAsTrainee(_ request: Request, _ visit: Visit) async throws -> Response {
        try await take(Form(), "", visit, done: "plan.agreed") { placement, _ in
            _ = try await visit.perform(AgreePlanAsTrainee(placement: placement))
        }
    }

    static func reach(_ request: Request, _ visit: Visit) async throws -> Response {
        let today = visit.consortium.profile.timeZone.date(at: visit.arrival)
        return try await mark(visit, on: today, done: "goal.reached")
    }

    static func unreach(_ request: Request, _ visit: Visit) async throws -> Response {
        try await mark(visit, on: nil, done: "goal.unreached")
    }

    private static func mark(_ visit: Visit, on day: LocalDate?, done: String) async throws -> Response {
        guard let goal = Int(try visit.context.parameter("goal")) else { throw Rejection.notFound }
        return try await take(Form(), "", visit, done: done) { placement, _ in
            _ = try await visit.perform(ReachLearningGoal(placement: placement, goal: goal, on: day))
        }
    }

    static func talk(_ request: Request, _ visit: Visit) async throws -> Response {
        try await take(request, "period_talk", visit, done: "talk.logged") { placement, typed in
            let command = LogSupervisorTalk(
                talk: visit.newID(), placement: placement, isFinal: typed.text("kind") == TalkKind.final.rawValue,
                heldOn: try typed.date("held_on"))
            _ = try await visit.perform(command, idempotency: OnceKey.key(of: typed))
        }
    }

    static func evaluate(_ request: Request, _ visit: Visit) async throws -> Response {
        try await take(request, "evaluate_period", visit, done: "evaluated") { placement, typed in
            let command = EvaluatePlacement(
                evaluation: visit.newID(), placement: placement, text: typed.text("text"))
            _ = try await visit.perform(command, idempotency: OnceKey.key(of: typed))
        }
    }
}

extension PeriodDesk {
    private static func take(
        _ request: Request, _ form: String, _ visit: Visit, done: String,
        _ deed: (PlacementID, Form) async throws -> Void
    ) async throws -> Response {
        try await take(try await request.form(visit.context), form, visit, done: done, deed)
    }

    private static func take(
        _ typed: Form, _ form: String, _ visit: Visit, done: String, _ deed: (PlacementID, Form) async throws -> Void
    ) async throws -> Response {
        let placement: PlacementID = try visit.context.id("placement")
        return try await visit.attempt(typed) {
            do { try await deed(placement, typed) } catch Rejection.forbidden where visit.actor != .anonymous {
                _ = try await detail(visit)
                throw Rejection.forbidden
            }
            return visit.redirect("/placements/\(placement)?done=\(done)")
        } or: {
            try await page(visit, refused: RefusedForm(key: form, refusal: $0))
        }
    }

    private static func detail(_ visit: Visit) async throws -> PlacementDetail.Answer {
        let query = PlacementDetail(placement: try visit.context.id("placement"))
        return try await visit.hiding { try await visit.fetch(query) }
    }

    private static func page(
        _ visit: Visit, refused: RefusedForm? = nil, notice: DeskNotice? = nil
    ) async throws -> Response {
        let detail = try await detail(visit)
        let notice = refused.map { $0.refusal.notice(visit, idPrefix: "\($0.key)-") } ?? notice
        let place = [detail.line.host, detail.line.unit].compactMap(\.self).joined(separator: ", ")
        let title = "\(detail.trainee.name): \(place)"
        let period = detail.line.placement.period
        let parts = PeriodParts(visit: visit, detail: detail, maker: SheetMaker(visit: visit, refused: refused))
        var crumbs = visit.way(to: detail.trainee, [detail.line.placement.id])
        if detail.rights.contains(.readTrainee) {
            let path = visit.path("/trainees/\(detail.trainee.id)")
            crumbs.append(ChromeLink(label: detail.trainee.name, path: path, isCurrent: false))
        }
        var screen = SheetScreen(
            chrome: visit.chrome(title),
            head: DeskHead(title: title, crumbs: crumbs, here: place, notice: notice), sections: parts.sections())
        screen.lead = visit.format.days(period.start, period.lastDay)
        return try visit.page(screen, status: refused?.refusal.status ?? .ok)
    }
}
