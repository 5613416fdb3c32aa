import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// The programme's goals that a trainee has reached, and the days of education.
struct GoalParts {
    let room: TraineeVisit
    let maker: SheetMaker

    init(_ room: TraineeVisit, _ maker: SheetMaker) { (self.room, self.maker) = (room, maker) }

    private var visit: Visit { room.visit }

    func sections() async throws -> [SheetSection] {
        let lines = try await visit.fetch(GoalProgress(trainee: room.id))
        let goals = lines.isEmpty ? nil : Self.section(room, lines, room.may(.reachGoal) ? maker : nil)
        let share = try await visit.fetch(EducationOfTrainee(trainee: room.id))
        return [goals, education(share)].compactMap(\.self)
    }

    /// For the trainee's first page.
    static func summary(_ room: TraineeVisit, _ lines: [GoalProgress.Line]) -> SheetSection {
        section(room, lines, nil)
    }

    private static func section(
        _ room: TraineeVisit, _ lines: [GoalProgress.Line], _ maker: SheetMaker?
    ) -> SheetSection {
        let visit = room.visit
        let rows = lines.map { line in
            var row = SheetRow(
                line.goal.text.text(in: visit.language), [line.reachedOn.map(visit.format.date) ?? "–"])
            if let maker {
                let path = room.path("/goals/\(line.goal.slug)")
                row.forms =
                    line.reachedOn == nil
                    ? [maker.press("reach", path, of: row.name)]
                    : [maker.press("unreach", "\(path)/removal", of: row.name)]
            }
            return row
        }
        let columns = ["goal", "reached_on"].map { room.text("column.\($0)") }
        let count = ["reached": String(lines.reached), "all": String(lines.count)]
        return SheetSection(
            title: room.text("goals"), notes: [room.text("goals.count", count)],
            table: SheetTable(room.text("goals"), columns, rows))
    }

    private func education(_ share: EducationShare) -> SheetSection {
        var notes = [room.text("education.hours", ["hours": String(share.hours)])]
        if let days = share.educationDays, let percent = share.percent {
            notes.insert(
                room.text("education.plan", ["percent": String(percent), "days": String(days)]), at: 0)
        }
        let make = maker.fields("educate")
        return SheetSection(
            title: room.text("education"), notes: notes,
            forms: room.may(.recordEducation)
                ? [
                    maker.form(
                        "educate", room.path("/education"),
                        [make.field("held_on", .date), make.field("hours", .number, "8"), make.line("about")])
                ] : [])
    }
}

enum GoalDesk {
    static func reach(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        let goal = try room.visit.context.slug("goal")
        return try await room.take(Form(), "", on: .goals, done: "goal.reached") { _ in
            _ = try await room.visit.perform(ReachGoal(trainee: room.id, goal: goal, on: room.today))
        }
    }

    static func unreach(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        let goal = try room.visit.context.slug("goal")
        return try await room.take(Form(), "", on: .goals, done: "goal.unreached") { _ in
            _ = try await room.visit.perform(UnreachGoal(trainee: room.id, goal: goal))
        }
    }

    static func educate(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await room.take(request, "educate", on: .goals, done: "education.recorded") { typed in
            let command = RecordEducation(
                education: room.visit.newID(), trainee: room.id, heldOn: try typed.date("held_on"),
                hours: Int(typed.text("hours")) ?? 0, about: typed.text("about"))
            _ = try await room.visit.perform(command, idempotency: OnceKey.key(of: typed))
        }
    }
}
