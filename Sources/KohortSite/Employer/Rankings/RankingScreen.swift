import KohortCore
import KohortWeb
import Recruitment

/// An employer's ranked list, who should be asked next, and the certificate at its end.
struct RankingScreen: Page {
    static let template = "employer/ranking"
    let chrome: Chrome
    let head: DeskHead
    let due: [DueLine]
    /// Nil while there is no pool to choose from.
    let board: RankingPart?
    let closed: String

    init(
        _ room: EmployerVisit, _ round: Round, name: String, _ board: RankingBoard.Answer?, closedBecause: String,
        _ notice: DeskNotice?
    ) {
        let visit = room.visit
        let title = visit.text("employer.ranking.heading", ["employer": room.name, "round": name])
        (chrome, head) = (visit.chrome(title), room.head(.ranking, title, round, notice: notice))
        due =
            round.rankingDeadline.map {
                [DueLine($0, visit.text("employer.due.ranking"), isDone: board?.certifiedAt != nil, in: visit)]
            } ?? []
        self.board = board.map { RankingPart($0, room) }
        closed = closedBecause
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "due": .list { $0.due },
        "board": .model { $0.board },
        "closed": .text { $0.closed },
    ]
}

/// The list itself.
struct RankingPart: PageModel {
    let state: String
    let seen: String
    let order: String
    let certification: String?
    let isCertified: Bool
    let lines: [RankingLine]
    let places: [Fact]
    let next: RankingLine?

    init(_ board: RankingBoard.Answer, _ room: EmployerVisit) {
        let visit = room.visit
        let address = room.address("/rankings/\(board.round.slug)")
        (state, order) = (board.words(visit), address)
        seen = board.changedAt.map { String($0.milliseconds) } ?? ""
        isCertified = board.certifiedAt != nil
        let canCertify = room.isCoordinator && board.isOpen && !isCertified && !board.entries.isEmpty
        certification = canCertify ? address + "/certification" : nil
        let lines = board.entries.map { RankingLine($0, room, board) }
        self.lines = lines
        next =
            room.isCoordinator
            ? board.next.flatMap { next in lines.first { $0.entry.candidacy == next.candidacy } } : nil
        places = board.places.map {
            Fact(
                $0.title, visit.text("employer.ranking.places", ["free": String($0.free), "of": String($0.positions)]))
        }
    }

    static let fields: [String: PageField<Self>] = [
        "state": .text { $0.state },
        "seen": .text { $0.seen },
        "order": .text { $0.order },
        "certification": .text { $0.certification },
        "certified": .flag { $0.isCertified },
        "filled": .flag { !$0.lines.isEmpty },
        "lines": .list { $0.lines },
        "placed": .flag { !$0.places.isEmpty },
        "facts": .list { $0.places },
        "next": .model { $0.next },
    ]
}

/// One candidate on the list.
struct RankingLine: PageModel {
    let entry: RankingEntry
    let path: String?
    let mark: String
    let offer: String?
    let canMove: Bool
    let isFirst: Bool
    let isLast: Bool

    init(_ entry: RankingEntry, _ room: EmployerVisit, _ board: RankingBoard.Answer) {
        let visit = room.visit
        self.entry = entry
        path = room.isCoordinator ? room.address("/pool/\(entry.candidacy)?round=\(board.round.slug)") : nil
        mark = room.isCoordinator ? visit.text("desk.verdict.\(entry.verdict?.rawValue ?? "none")") : ""
        offer = entry.offer.map { visit.text("desk.offer.state.\($0.rawValue)") }
        canMove = board.isOpen && entry.state == .submitted
        (isFirst, isLast) = (entry.candidacy == board.standing.first, entry.candidacy == board.standing.last)
    }

    static let fields: [String: PageField<Self>] = [
        "id": .text { $0.entry.candidacy.description },
        "position": .text { String($0.entry.position) },
        "number": .text { String($0.entry.number) },
        "name": .text { $0.entry.name },
        "place": .text { $0.entry.place },
        "path": .text { $0.path },
        "mark": .text { $0.mark },
        "code": .text { $0.entry.verdict?.rawValue ?? "none" },
        "offer": .text { $0.offer },
        "ended": .flag { $0.entry.state != .submitted },
        "movable": .flag { $0.canMove },
        "first": .flag { $0.isFirst },
        "last": .flag { $0.isLast },
    ]
}
