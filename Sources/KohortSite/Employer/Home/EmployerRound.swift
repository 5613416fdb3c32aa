import KohortCore
import KohortWeb
import Recruitment

/// One round as an employer has to deal with it: its dates, what is done and what waits.
struct EmployerRound: PageModel {
    let name: String
    let due: [DueLine]
    let facts: [Fact]

    init(
        _ room: EmployerVisit, _ round: Round, name: String, _ demands: [Demand], _ offers: [OfferList.Line],
        _ pool: (left: Int, board: RankingBoard.Answer)?
    ) {
        self.name = name
        let due = Self.due(room, round, demands, pool) + Self.waiting(room, round, offers)
        self.due = due.sorted { ($0.date?.daysSince1970 ?? 0, $0.title) < ($1.date?.daysSince1970 ?? 0, $1.title) }
        let (visit, approved) = (room.visit, demands.filter { $0.state == .approved }.reduce(0) { $0 + $1.positions })
        let accepted = offers.filter { $0.offer.state == .accepted }.count
        facts = [
            Fact(visit.text("employer.home.places"), visit.format.number(approved)),
            Fact(visit.text("employer.home.accepted"), visit.format.number(accepted)),
        ]
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name }, "due": .list { $0.due }, "facts": .list { $0.facts },
    ]

    private static func due(
        _ room: EmployerVisit, _ round: Round, _ demands: [Demand], _ pool: (left: Int, board: RankingBoard.Answer)?
    ) -> [DueLine] {
        let visit = room.visit
        func path(_ rest: String) -> String { room.address("\(rest)?round=\(round.slug)") }
        let isStated = demands.contains { $0.state == .stated || $0.state == .approved }
        var lines = [
            DueLine(
                round.demandDeadline, visit.text("employer.due.demand"), isDone: isStated, path: path("/demand"),
                in: visit),
            DueLine(
                round.applicationDeadline, visit.text("employer.due.applications"),
                isDone: !round.applicationDeadline.admits(visit.arrival), in: visit),
        ]
        if let deadline = round.rankingDeadline {
            let left = pool.map { visit.text("employer.pool.left", ["left": visit.format.number($0.left)]) } ?? ""
            lines.append(
                DueLine(
                    deadline, visit.text("employer.due.ranking"), detail: left, isDone: pool?.board.certifiedAt != nil,
                    path: pool.map { path($0.left > 0 ? "/pool" : "/ranking") }, in: visit))
        }
        if let deadline = round.hiringDeadline {
            let isFilled =
                pool.map { !$0.board.places.contains { $0.free > 0 } && $0.board.openOffers.isEmpty } ?? false
            lines.append(
                DueLine(deadline, visit.text("employer.due.hiring"), isDone: isFilled, path: path("/offers"), in: visit)
            )
        }
        return lines
    }

    /// The offers that wait for an answer.
    private static func waiting(_ room: EmployerVisit, _ round: Round, _ offers: [OfferList.Line]) -> [DueLine] {
        offers.filter { $0.offer.state == .open }.map { line in
            DueLine(
                Deadline(line.offer.respondBy, in: round.zone),
                room.visit.text("employer.due.answer", ["name": line.name]), detail: line.title, isDone: false,
                path: room.address("/offers?round=\(round.slug)"), in: room.visit)
        }
    }
}
