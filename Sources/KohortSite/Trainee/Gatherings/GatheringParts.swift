import Delivery
import KohortCore
import KohortStore
import KohortWeb

/// One gathering as it concerns a trainee: prepared, attended, reflected on (KS11-33).
struct GatheringParts {
    let room: TraineeVisit
    let maker: SheetMaker
    let line: TraineeAttendance.Line

    private var visit: Visit { room.visit }
    private var gathering: Gathering { line.gathering }

    /// All of a trainee's, for the first page.
    static func list(_ room: TraineeVisit, _ lines: [TraineeAttendance.Line]) -> SheetSection {
        let columns = ["gathering", "dates", "prepared", "attended", "reflected"].map { room.text("column.\($0)") }
        let rows = lines.map { line in
            let days = line.gathering.days
            var row = SheetRow(
                line.gathering.title,
                [
                    room.visit.format.days(days.first, days.last),
                    done(line.isPrepared, from: days.last.adding(days: 1), room), attended(line, room),
                    done(line.hasReflected, from: days.first, room),
                ])
            row.path = room.visit.path(room.path("/gatherings/\(line.gathering.id)"))
            return row
        }
        return SheetSection(
            title: room.text("gatherings"), table: SheetTable(room.text("gatherings"), columns, rows),
            empty: rows.isEmpty ? room.text("gatherings.none") : "")
    }

    /// Yes or no; and nothing before the day from which a no says something.
    private static func done(_ isDone: Bool, from day: LocalDate, _ room: TraineeVisit) -> String {
        isDone ? room.text("yes") : day <= room.today ? room.text("no") : "–"
    }

    private static func attended(_ line: TraineeAttendance.Line, _ room: TraineeVisit) -> String {
        let days = line.gathering.days
        if days.first > room.today { return "–" }
        return room.text(
            "attended.days", ["attended": String(line.attended.count), "days": String(days.count)])
    }

    func sections() async throws -> [SheetSection] { [facts, preparation, try await reflection()].compactMap(\.self) }

    private var facts: SheetSection {
        let days = gathering.days
        return SheetSection(
            prose: gathering.content.isEmpty ? [] : [Fact(room.text("gathering.content"), gathering.content)],
            facts: [
                Fact(room.text("gathering.kind"), room.text("gathering.kind.\(gathering.kind.rawValue)")),
                Fact(room.text("column.dates"), visit.format.days(days.first, days.last)),
                Fact(room.text("gathering.place"), gathering.place),
                Fact(room.text("column.attended"), Self.attended(line, room)),
            ])
    }

    private var preparation: SheetSection? {
        let canPrepare = room.may(.prepareTrainee) && room.today <= gathering.days.last
        guard canPrepare || line.isPrepared else { return nil }
        let field = maker.fields("prepare").optional("note", .area, hinted: true)
        return SheetSection(
            title: room.text("gathering.preparation"),
            notes: [room.text(line.isPrepared ? "gathering.prepared" : "gathering.unprepared")],
            forms: canPrepare
                ? [maker.form("prepare", path + "/preparation", [field], isFolded: line.isPrepared)] : [])
    }

    private func reflection() async throws -> SheetSection? {
        guard room.rights.contains(.writeReflection) else {
            guard line.hasReflected else { return nil }
            return SheetSection(title: room.text("gathering.reflection"), notes: [room.text("gathering.reflected")])
        }
        let written = try await visit.fetch(TraineeGatherings(trainee: room.id))
            .first { $0.gathering.id == gathering.id }?.reflection
        let section = SheetSection(title: room.text("gathering.reflection"), notes: [room.text("reflect.what")])
        guard room.may(.writeReflection), gathering.days.first <= room.today else { return section }
        let make = maker.fields("reflect")
        var open = section
        open.forms = [
            maker.form(
                "reflect", path + "/reflection",
                [
                    make.field("outcome", .area, written?.outcome ?? ""),
                    make.field("content", .area, written?.content ?? ""),
                    make.field("participation", .area, written?.participation ?? ""),
                ], isFolded: false)
        ]
        return open
    }

    private var path: String { room.path("/gatherings/\(gathering.id)") }
}
