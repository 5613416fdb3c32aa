import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// Days that a period or the programme lasts longer (BD-3).
struct ExtensionParts {
    let room: TraineeVisit
    let maker: SheetMaker

    init(_ room: TraineeVisit, _ maker: SheetMaker) { (self.room, self.maker) = (room, maker) }

    var section: SheetSection {
        let rows = room.detail.extensions.map { SheetRow(room.days($0.period), [$0.reason ?? "–"]) }
        let columns = ["dates", "reason"].map { room.text("column.\($0)") }
        return SheetSection(
            title: room.text("extensions"), notes: [room.text("extensions.what")],
            table: SheetTable(room.text("extensions"), columns, rows),
            empty: rows.isEmpty ? room.text("extensions.none") : "",
            forms: room.mayPresent(.extendTrainee) ? [form] : [])
    }

    private var form: SheetForm {
        let make = maker.fields("prolong")
        let placements = room.detail.placements.filter { $0.placement.period.end > room.today }
        let whole = (value: "", label: room.text("prolong.whole", ["dates": room.days(room.detail.trainee.period)]))
        let choices =
            [whole]
            + placements.map { line in
                (
                    value: line.placement.id.description,
                    label:
                        "\(room.part(line.placement.part)): \(room.name(of: line)), \(room.days(line.placement.period))"
                )
            }
        let fields = [
            make.choices("placement", .choice, choices, chosen: [""], required: false),
            make.field("last_day", .date), make.line("reason"),
        ]
        return maker.form("prolong", room.path("/extensions"), fields)
    }

    static func extend(_ request: Request, _ room: TraineeVisit) async throws -> Response {
        try await room.take(request, "prolong", on: .leaves, done: "trainee.extended") { typed in
            let command = ExtendTrainee(
                id: room.visit.newID(), trainee: room.id, placement: PlacementID(typed.text("placement")),
                until: try typed.date("last_day").adding(days: 1), reason: typed.text("reason"))
            try await renaming("until", to: "last_day") {
                _ = try await room.visit.perform(command, idempotency: OnceKey.key(of: typed))
            }
        }
    }
}
