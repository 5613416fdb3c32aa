import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// Times away, which make the programme longer, and the probation.
struct LeaveParts {
    let room: TraineeVisit
    let maker: SheetMaker

    init(_ room: TraineeVisit, _ maker: SheetMaker) { (self.room, self.maker) = (room, maker) }

    private var visit: Visit { room.visit }

    func sections() -> [SheetSection] {
        [leaves, ExtensionParts(room, maker).section, probation].compactMap(\.self)
    }

    private var leaves: SheetSection {
        let rows = room.detail.leaves.map { leave in
            var row = SheetRow(room.days(leave.period), [leave.reason.map { room.text("leave.\($0.rawValue)") } ?? "–"])
            if room.mayPresent(.recordLeave) {
                row.forms = [maker.press("cancel_leave", room.path("/leaves/\(leave.id)/cancellation"), of: row.name)]
            }
            return row
        }
        let columns = ["dates", "reason"].map { room.text("column.\($0)") }
        let make = maker.fields("leave")
        let reasons = LeaveReason.allCases.map { (value: $0.rawValue, label: room.text("leave.\($0.rawValue)")) }
        let fields = [
            make.field("starts_on", .date), make.field("ends_on", .date),
            make.choices("reason", .choice, reasons, chosen: [], hinted: true, required: true),
        ]
        return SheetSection(
            title: room.text("leaves"), notes: [room.text("leaves.what")],
            table: SheetTable(room.text("leaves"), columns, rows), empty: rows.isEmpty ? room.text("leaves.none") : "",
            forms: room.mayPresent(.recordLeave)
                ? [maker.form("leave", room.path("/leaves"), fields, isFolded: !rows.isEmpty)] : [])
    }

    private var probation: SheetSection? {
        guard let until = room.detail.trainee.probationUntil else { return nil }
        let day = visit.format.date(until.adding(days: -1))
        let make = maker.fields("extend")
        let isRunning = room.today < until && room.mayPresent(.extendProbation)
        return SheetSection(
            title: room.text("probation"),
            notes: [room.text(room.today < until ? "probation.runs" : "probation.over", ["date": day])],
            forms: isRunning
                ? [maker.form("extend", room.path("/probation"), [make.field("last_day", .date), make.line("reason")])]
                : [])
    }

    static func record(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await room.take(request, "leave", on: .leaves, done: "leave.recorded") { typed in
            var problems: [FieldProblem] = []
            let (start, last) = (typed.date("starts_on", &problems), typed.date("ends_on", &problems))
            let reason = LeaveReason(rawValue: typed.text("reason"))
            if reason == nil { problems.append(FieldProblem("reason", "choice.required")) }
            guard let start, let last, let reason else { throw Rejection.invalid(problems) }
            let command = RecordLeave(
                id: room.visit.newID(), trainee: room.id, startsOn: start, endsBefore: last.adding(days: 1),
                reason: reason)
            try await renaming("ends_before", to: "ends_on") {
                _ = try await room.visit.perform(command, idempotency: OnceKey.key(of: typed))
            }
        }
    }

    static func cancel(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        let leave: LeaveID = try room.visit.context.id("leave")
        return try await room.take(Form(), "cancel_leave", on: .leaves, done: "leave.cancelled") { _ in
            _ = try await room.visit.perform(CancelLeave(trainee: room.id, leave: leave))
        }
    }

    static func extend(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await room.take(request, "extend", on: .leaves, done: "probation.extended") { typed in
            let until = try typed.date("last_day").adding(days: 1)
            try await renaming("until", to: "last_day") {
                _ = try await room.visit.perform(
                    ExtendProbation(trainee: room.id, until: until, reason: typed.text("reason")))
            }
        }
    }
}

/// Does what a form asks for, with the problems of a field told under the name that the form has for it: it asks for a
/// last day where the command has the first day after it.
func renaming(_ field: String, to name: String, _ deed: () async throws -> Void) async throws {
    do { try await deed() } catch Rejection.invalid(let problems) {
        throw Rejection.invalid(problems.map { $0.field == field ? FieldProblem(name, $0.code, $0.values) : $0 })
    }
}
