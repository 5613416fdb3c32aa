import Delivery
import KohortCore
import KohortWeb

/// One host: its bars, and the same in words.
struct BoardRow: PageModel {
    static let laneHeight = 24
    let host: String
    let height: Int
    let bars: [BoardBar]

    init(_ room: CohortVisit, host: String, _ bars: [PlacementBoard.Bar], _ scale: BoardScale) {
        let lanes = BoardLanes(bars.map(\.placement.period))
        (self.host, height) = (host, lanes.count * Self.laneHeight)
        self.bars = zip(bars, lanes.lanes).map { BoardBar(room, $0, lane: $1, scale) }
    }

    static let fields: [String: PageField<Self>] = [
        "host": .text { $0.host }, "height": .text { String($0.height) }, "bars": .list { $0.bars },
    ]
}

/// The first day of a month, with the year where one begins.
struct BoardMonth: PageModel {
    let x: Int
    let label: String
    let year: String?

    static func all(of scale: BoardScale, _ format: Format) -> [BoardMonth] {
        let months = scale.months
        return months.map { month in
            BoardMonth(
                x: scale.position(month), label: format.shortMonth(month),
                year: month == months.first || month.month == 1 ? String(month.year) : nil)
        }
    }

    static let fields: [String: PageField<Self>] = [
        "x": .text { String($0.x) }, "label": .text { $0.label }, "year": .text { $0.year },
    ]
}

struct BoardName: PageModel {
    let name, path: String
    static let fields: [String: PageField<Self>] = ["name": .text { $0.name }, "path": .text { $0.path }]
}

/// One placement.
struct BoardBar: PageModel {
    let name, path, days: String
    let x, y, width: Int
    let unit: String?
    let supervisor: String?
    let lacksSupervisor: Bool
    /// What is wrong with it by the programme's rules, in words.
    let faults: [String]
    /// Where it is moved; nil where nothing of it changes any more.
    let move: String?

    init(_ room: CohortVisit, _ bar: PlacementBoard.Bar, lane: Int, _ scale: BoardScale) {
        let visit = room.visit
        faults = bar.faults.map { visit.words(for: $0) }
        let isOpen = bar.trainee.state.isOpen && !room.isClosed
        move = isOpen ? room.address("/board/\(bar.placement.id)") : nil
        let period = bar.placement.period
        (name, path) = (bar.trainee.name, visit.path("/trainees/\(bar.trainee.id)"))
        days = visit.format.days(period.start, period.lastDay)
        (x, y) = (scale.position(period.start), lane * BoardRow.laneHeight + 2)
        width = max(2, scale.position(period.end) - scale.position(period.start) - 2)
        (unit, lacksSupervisor) = (bar.unit, bar.lacksSupervisor)
        supervisor = bar.supervisor.map { $0.contact?.name ?? visit.text("cohort.erased") }
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name }, "path": .text { $0.path }, "days": .text { $0.days },
        "x": .text { String($0.x) }, "y": .text { String($0.y) }, "width": .text { String($0.width) },
        "unit": .text { $0.unit }, "supervisor": .text { $0.supervisor }, "lacking": .flag { $0.lacksSupervisor },
        "broken": .flag { !$0.faults.isEmpty }, "faults": .texts { $0.faults }, "move": .text { $0.move },
    ]
}
