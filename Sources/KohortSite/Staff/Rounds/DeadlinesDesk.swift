import Hummingbird
import KohortCore
import KohortWeb
import Recruitment

/// The dates of a round, moved by the lead.
enum DeadlinesDesk {
    static func show(_ request: Request, _ room: RoundVisit) async throws -> Response {
        try page(room, notice: room.visit.doneNotice(try QueryParameters(request)))
    }

    static func move(_ request: Request, _ room: RoundVisit) async throws -> Response {
        let typed = try await request.form(room.visit.context)
        return try await room.attempt(typed, then: "/deadlines", done: "deadlines.moved") {
            try await room.visit.perform(MoveDeadlines(round: room.round.id, deadlines: try Deadlines(typed)))
        } or: {
            try page(room, refusal: $0)
        }
    }

    private static func page(_ room: RoundVisit, refusal: Refusal? = nil, notice: DeskNotice? = nil) throws -> Response
    {
        let screen = DeadlinesScreen(room, refusal, refusal?.notice(room.visit) ?? notice)
        return try room.visit.page(screen, status: refusal?.status ?? .ok)
    }
}

extension Deadlines {
    /// As typed: a date that is none is refused, the application deadline must be there.
    init(_ typed: Form) throws(Rejection) {
        var problems: [FieldProblem] = []
        func date(_ name: String, required: Bool = false) -> LocalDate? {
            let (text, date) = (typed.text(name), LocalDate(typed.text(name)))
            if date == nil, required || !text.isEmpty { problems.append(FieldProblem(name, "date.invalid")) }
            return date
        }
        let (demandBy, applyBy) = (date("demand_by"), date("apply_by", required: true))
        let (rankBy, hireBy) = (date("rank_by"), date("hire_by"))
        guard let applyBy, problems.isEmpty else { throw .invalid(problems) }
        self.init(demandBy: demandBy, applyBy: applyBy, rankBy: rankBy, hireBy: hireBy)
    }
}

/// The dates of a round as a form.
struct DeadlinesScreen: Page {
    static let template = "staff/deadlines"
    let chrome: Chrome
    let head: DeskHead
    let form: DeskForm

    init(_ room: RoundVisit, _ refusal: Refusal?, _ notice: DeskNotice?) {
        let (visit, deadlines) = (room.visit, room.round.deadlines)
        let title = visit.text("staff.deadlines.heading", ["round": room.name])
        (chrome, head) = (visit.chrome(title), room.head(.deadlines, title, notice: notice))
        let make = DeskFields(visit: visit, texts: "staff.deadlines", refusal: refusal)
        form = DeskForm(
            action: room.address("/deadlines"),
            fields: [
                make.optional("demand_by", .date, deadlines.demandBy?.description ?? "", hinted: true),
                make.field("apply_by", .date, deadlines.applyBy.description, true),
                make.optional("rank_by", .date, deadlines.rankBy?.description ?? "", hinted: true),
                make.optional("hire_by", .date, deadlines.hireBy?.description ?? "", hinted: true),
            ], button: visit.text("staff.deadlines.press"))
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome }, "head": .model { $0.head }, "form": .model { $0.form },
    ]
}
