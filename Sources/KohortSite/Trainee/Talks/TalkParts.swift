import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// That talks took place, and when the next one should. What was said is nowhere (BD-6).
struct TalkParts {
    let room: TraineeVisit
    let maker: SheetMaker

    init(_ room: TraineeVisit, _ maker: SheetMaker) { (self.room, self.maker) = (room, maker) }

    private var visit: Visit { room.visit }

    func sections() async throws -> [SheetSection] {
        let answer = try await visit.fetch(TraineeTalks(trainee: room.id))
        let columns = ["day", "kind"].map { room.text("column.\($0)") }
        let rows = answer.talks.reversed().map { talk in
            var row = SheetRow(visit.format.day(talk.heldOn), [room.text("talk.kind.\(talk.kind.rawValue)")])
            if room.may(.retractTalk) {
                row.forms = [maker.press("retract", room.path("/talks/\(talk.id)/removal"), of: row.name)]
            }
            return row
        }
        let table = SheetSection(
            title: room.text("talk.all"), table: SheetTable(room.text("talk.all"), columns, rows),
            empty: rows.isEmpty ? room.text("talk.none") : "")
        return [mentor(answer.mentor), table]
    }

    private func mentor(_ cadence: TalkCadence) -> SheetSection {
        let due = cadence.nextBy.map { by in
            DueLine(
                date: by, day: visit.format.day(by), title: room.text("talk.next"),
                mark: cadence.isOverdue ? .late : .soon,
                state: room.text(cadence.isOverdue ? "talk.is_overdue" : "talk.is_due"))
        }
        let held = cadence.expected.map {
            room.text("talk.held", ["held": String(cadence.held), "expected": String($0)])
        }
        return SheetSection(
            title: room.text("talk.mentor"), notes: [held].compactMap(\.self), due: [due].compactMap(\.self),
            forms: room.mayPresent(.logMentorTalk) ? [Self.form(maker, room.id, room.today)] : [])
    }

    /// One press: today's date is filled in.
    static func form(
        _ maker: SheetMaker, _ trainee: TraineeID, _ today: LocalDate, isOwn: Bool = false, of name: String = ""
    )
        -> SheetForm
    {
        let key = isOwn ? Self.key(of: trainee) : "log"
        return maker.form(
            key, texts: "log", "/trainees/\(trainee)/talks" + (isOwn ? "?from=me" : ""),
            [maker.fields(key, texts: "log").field("held_on", .date, today.description)], isFolded: false, of: name)
    }

    static func key(of trainee: TraineeID) -> String { "log-\(trainee)" }

    static func log(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        let typed = try await request.form(room.visit.context)
        func deed(_ typed: Form) async throws {
            let command = LogMentorTalk(
                talk: room.visit.newID(), trainee: room.id, heldOn: try typed.date("held_on"))
            _ = try await room.visit.perform(command, idempotency: OnceKey.key(of: typed))
        }
        guard try QueryParameters(request)["from"] == "me" else {
            return try await room.take(typed, "log", on: .talks, done: "talk.logged", deed)
        }
        return try await MeDesk.take(typed, key(of: room.id), room.visit, done: "talk.logged", deed)
    }

    static func retract(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        let talk: TalkID = try room.visit.context.id("talk")
        return try await room.take(Form(), "retract", on: .talks, done: "talk.retracted") { _ in
            _ = try await room.visit.perform(RetractTalk(talk: talk, trainee: room.id))
        }
    }
}
