import KohortCore
import KohortWeb
import Recruitment

/// The employer's own ranked list, small, beside the pool.
struct MyList: PageModel {
    let entries: [Entry]
    let state: String
    let path: String
    let canCertify: Bool

    struct Entry: PageModel {
        let name: String
        let path: String
        let isCurrent: Bool
        static let fields: [String: PageField<Self>] = [
            "name": .text { $0.name }, "path": .text { $0.path }, "current": .flag { $0.isCurrent },
        ]
    }

    /// `current` is the candidate beside whom the list is shown.
    init(_ board: RankingBoard.Answer, _ room: EmployerVisit, current: CandidacyID? = nil) {
        path = room.address("/ranking?round=\(board.round.slug)")
        state = board.words(room.visit)
        canCertify = room.isCoordinator && board.isOpen && board.certifiedAt == nil && !board.entries.isEmpty
        entries = board.entries.map {
            Entry(
                name: $0.name, path: room.address("/pool/\($0.candidacy)?round=\(board.round.slug)"),
                isCurrent: $0.candidacy == current)
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
