import KohortCore
import KohortWeb
import Recruitment

/// The employer's own ranked list, small, beside the pool.
struct MyList: PageModel {
    let entries: [Entry]
    let state: String
    let path: String

    struct Entry: PageModel {
        let name: String
        let path: String
        static let fields: [String: PageField<Self>] = ["name": .text { $0.name }, "path": .text { $0.path }]
    }

    init(_ board: RankingBoard.Answer, _ room: EmployerVisit) {
        path = room.address("/ranking?round=\(board.round.slug)")
        state = board.words(room.visit)
        entries = board.entries.map {
            Entry(name: $0.name, path: room.address("/pool/\($0.candidacy)?round=\(board.round.slug)"))
        }
    }

    static let fields: [String: PageField<Self>] = [
        "entries": .list { $0.entries },
        "filled": .flag { !$0.entries.isEmpty },
        "state": .text { $0.state },
        "path": .text { $0.path },
    ]
}

extension RankingBoard.Answer {
    /// Whether the list is certified, can still be, or is locked; the date first.
    func words(_ visit: Visit) -> String {
        if let certifiedAt {
            return visit.text("employer.ranking.certified", ["moment": visit.format.time(certifiedAt)])
        }
        guard let deadline else { return visit.text(isOpen ? "employer.ranking.open" : "employer.ranking.closed") }
        return visit.text(
            isOpen ? "employer.ranking.until" : "employer.ranking.missed", ["date": visit.format.day(deadline.date)])
    }
}
