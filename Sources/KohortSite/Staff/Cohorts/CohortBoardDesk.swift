import Delivery
import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// The placements board: hosts down, months across, a page at a time.
enum CohortBoardDesk {
    static func show(_ request: Request, _ room: CohortVisit) async throws -> Response {
        let query = try QueryParameters(request)
        let board = try await room.visit.fetch(PlacementBoard(cohort: room.reference))
        let host = query["host"].flatMap { slug in room.visit.consortium.organisations.first { $0.slug.text == slug } }
        let extract = BoardExtract(board.rows, host: host?.id, page: query["page"].flatMap { Int($0) } ?? 1)
        let screen = CohortBoardScreen(room, board, extract, host: host?.slug, room.visit.doneNotice(query))
        return try room.visit.page(screen)
    }
}

struct CohortBoardScreen: Page {
    static let template = "staff/board"
    let chrome: Chrome
    let head: DeskHead
    let action: String
    let filter: [DeskField]
    let counts: String
    let months: [BoardMonth]
    /// Where today is on the scale; nil when the cohort's time is over or still to come.
    let now: String?
    let rows: [BoardRow]
    let unplanned: [BoardName]
    /// Those without a plan who are not named here, in words.
    let more: String
    let start, next: String?

    init(
        _ room: CohortVisit, _ board: PlacementBoard.Answer, _ extract: BoardExtract, host: Slug?, _ notice: DeskNotice?
    ) {
        let (visit, title) = (room.visit, room.visit.text("cohort.board.heading"))
        (chrome, head) = (visit.chrome("\(title), \(room.name)"), room.head(.board, title, notice: notice))
        let scale = BoardScale(period: board.period)
        let today = visit.consortium.profile.timeZone.date(at: visit.arrival)
        months = BoardMonth.all(of: scale, visit.format)
        now = board.period.contains(today) ? String(scale.position(today)) : nil
        rows = extract.hosts.map { BoardRow(room, host: $0.name, $0.bars, scale) }
        unplanned = board.unplanned.prefix(BoardExtract.limit).map {
            BoardName(name: $0.name, path: visit.path("/trainees/\($0.id)"))
        }
        let left = board.unplanned.count - unplanned.count
        more = left > 0 ? visit.text("board.unplanned.more", ["number": visit.format.number(left)]) : ""
        (action, filter) = (room.address("/board"), Self.filter(visit, board, chosen: host))
        counts = visit.text(
            "board.counts",
            [
                "page": visit.format.number(extract.page), "pages": visit.format.number(extract.pages),
                "total": visit.format.number(extract.total),
            ])
        func path(_ page: Int) -> String {
            room.address("/board?page=\(page)" + (host.map { "&host=\($0)" } ?? ""))
        }
        start = extract.page > 1 ? path(1) : nil
        next = extract.page < extract.pages ? path(extract.page + 1) : nil
    }

    private static func filter(_ visit: Visit, _ board: PlacementBoard.Answer, chosen: Slug?) -> [DeskField] {
        let slugs = visit.organisationSlugs
        let hosts = board.rows.compactMap { row in slugs[row.host].map { (value: $0.text, label: row.name) } }
        let any = [(value: "", label: visit.text("employer.filter.any"))]
        return [
            DeskFields(visit: visit, texts: "board").choices(
                "host", .choice, any + hosts, chosen: [chosen?.text ?? ""], required: false)
        ]
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "action": .text { $0.action },
        "fields": .list { $0.filter },
        "counts": .text { $0.counts },
        "any": .flag { !$0.rows.isEmpty },
        "months": .list { $0.months },
        "now": .text { $0.now },
        "rows": .list { $0.rows },
        "lost": .flag { !$0.unplanned.isEmpty },
        "unplanned": .list { $0.unplanned },
        "more": .text { $0.more },
        "start": .text { $0.start },
        "next": .text { $0.next },
    ]
}
