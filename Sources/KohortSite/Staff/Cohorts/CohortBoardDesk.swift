import Delivery
import Hummingbird
import KohortCore
import KohortWeb

/// The placements board: hosts down, months across.
enum CohortBoardDesk {
    static func show(_ request: Request, _ room: CohortVisit) async throws -> Response {
        let board = try await room.visit.fetch(PlacementBoard(cohort: room.reference))
        return try room.visit.page(CohortBoardScreen(room, board))
    }
}

struct CohortBoardScreen: Page {
    static let template = "staff/board"
    let chrome: Chrome
    let head: DeskHead
    let first, last: String
    let rows: [BoardRow]
    let unplanned: [BoardName]

    init(_ room: CohortVisit, _ board: PlacementBoard.Answer) {
        let (visit, title) = (room.visit, room.visit.text("cohort.board.heading"))
        (chrome, head) = (visit.chrome("\(title), \(room.name)"), room.head(.board, title))
        (first, last) = (visit.format.month(board.period.start), visit.format.month(board.period.lastDay))
        let scale = BoardScale(period: board.period)
        rows = board.rows.map { BoardRow($0, scale, visit) }
        unplanned = board.unplanned.map { BoardName(name: $0.name, path: visit.path("/trainees/\($0.id)")) }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "first": .text { $0.first },
        "last": .text { $0.last },
        "any": .flag { !$0.rows.isEmpty },
        "rows": .list { $0.rows },
        "lost": .flag { !$0.unplanned.isEmpty },
        "unplanned": .list { $0.unplanned },
    ]
}

/// One host: its bars, and the same in words.
struct BoardRow: PageModel {
    static let laneHeight = 20
    let host: String
    let height: Int
    let months: [BoardLine]
    let bars: [BoardBar]

    init(_ row: PlacementBoard.Row, _ scale: BoardScale, _ visit: Visit) {
        let lanes = BoardLanes(row.bars.map(\.placement.period))
        (host, height) = (row.name, lanes.count * Self.laneHeight)
        months = scale.months.map { BoardLine(x: scale.position($0)) }
        bars = zip(row.bars, lanes.lanes).map { BoardBar($0, lane: $1, scale, visit) }
    }

    static let fields: [String: PageField<Self>] = [
        "host": .text { $0.host }, "height": .text { String($0.height) }, "months": .list { $0.months },
        "bars": .list { $0.bars },
    ]
}

/// The first day of a month.
struct BoardLine: PageModel {
    let x: Int
    static let fields: [String: PageField<Self>] = ["x": .text { String($0.x) }]
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

    init(_ bar: PlacementBoard.Bar, lane: Int, _ scale: BoardScale, _ visit: Visit) {
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
    ]
}
