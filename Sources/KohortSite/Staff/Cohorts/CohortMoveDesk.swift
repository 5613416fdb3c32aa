import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// One placement of the board, which the programme office gives another place or other dates.
enum CohortMoveDesk {
    static func show(_ request: Request, _ room: CohortVisit) async throws -> Response {
        try await page(room, try await placement(of: room))
    }

    static func move(_ request: Request, _ room: CohortVisit) async throws -> Response {
        let typed = try await request.form(room.visit.context)
        let detail = try await placement(of: room)
        return try await room.attempt(typed, then: "/board", done: "placement.moved") {
            let command = try Self.command(typed, detail)
            do { _ = try await room.visit.perform(command) } catch Rejection.invalid(let problems) {
                throw Rejection.invalid(problems.map(Self.inForm))
            }
        } or: {
            try await page(room, detail, $0)
        }
    }

    private static func command(_ typed: Form, _ detail: PlacementDetail.Answer) throws(Rejection) -> MovePlacement {
        var problems: [FieldProblem] = []
        let (start, last) = (typed.date("starts_on", &problems), typed.date("last_day", &problems))
        let place = HostChoice(typed.text("host"))
        if place == nil { problems.append(FieldProblem("host", "choice.required")) }
        guard let start, let last, let place else { throw .invalid(problems) }
        return MovePlacement(
            trainee: detail.trainee.id, placement: detail.line.placement.id, host: place.host, unit: place.unit,
            startsOn: start, endsBefore: last.adding(days: 1))
    }

    /// Under a field that the form has: the unit is chosen with the host, and what is wrong with the rest of the plan
    /// stands at the dates.
    private static func inForm(_ problem: FieldProblem) -> FieldProblem {
        let field =
            switch problem.field {
            case "host", "unit": "host"
            case "ends_before": "last_day"
            default: "starts_on"
            }
        return FieldProblem(field, problem.code, problem.values)
    }

    /// Of this cohort; any other is not found.
    private static func placement(of room: CohortVisit) async throws -> PlacementDetail.Answer {
        let detail = try await room.visit.fetch(PlacementDetail(placement: try room.visit.placement()))
        guard detail.trainee.cohort == room.id else { throw Rejection.notFound }
        return detail
    }

    private static func page(
        _ room: CohortVisit, _ detail: PlacementDetail.Answer, _ refusal: Refusal? = nil
    ) async throws -> Response {
        let hosts = try await room.visit.fetch(HostList(trainee: detail.trainee.id))
        let (visit, placement) = (room.visit, detail.line.placement)
        let title = visit.text("board.move.heading", ["name": detail.trainee.name])
        let make = DeskFields(visit: visit, texts: "board.move", refusal: refusal)
        let form = SheetForm(
            action: room.address("/board/\(placement.id)"),
            fields: [
                make.choices("host", .choice, hosts.places, chosen: [HostChoice(placement).value], required: true),
                make.field("starts_on", .date, placement.period.start.description),
                make.field("last_day", .date, placement.period.lastDay.description),
            ], button: visit.text("board.move.press"))
        let now = "\(detail.line.host), \(visit.format.days(placement.period.start, placement.period.lastDay))"
        let screen = SheetScreen(
            chrome: visit.chrome(title), head: room.head(.board, title, notice: refusal?.notice(visit)),
            sections: [SheetSection(notes: [visit.text("board.move.now", ["placement": now])], forms: [form])])
        return try visit.page(screen, status: refusal?.status ?? .ok)
    }
}
