import KohortWeb
import Recruitment

/// Where a candidate stands in the employer's list, the list itself, and how to put them in another place of it.
struct CandidateRank: PageModel {
    let words: String
    let state: String
    let path: String
    /// Where the form leads that puts the candidate in a place; nil when they cannot stand on the list.
    let add: String?
    let positions: [DeskChoice]
    let button: String
    let list: MyList

    init(_ place: CandidatePlace, _ board: RankingBoard.Answer, isOpen: Bool) {
        let (room, candidate) = (place.room, place.candidate)
        let visit = room.visit
        let count = board.standing.count + (candidate.rank == nil ? 1 : 0)
        words = board.place(of: candidate, visit)
        (state, path) = (board.words(visit), room.address("/ranking?round=\(candidate.round.slug)"))
        let canStand = isOpen && board.isOpen && candidate.assessment?.verdict != .notQualified
        add = canStand ? room.address("/pool/\(candidate.candidacy.id)/rank?\(place.address.query)") : nil
        positions = (1...max(1, count)).map {
            DeskChoice(value: String($0), label: String($0), isChosen: $0 == candidate.rank ?? count)
        }
        button = visit.text(candidate.rank == nil ? "employer.pool.add" : "employer.rank.move")
        list = MyList(board, room, current: candidate.candidacy.id)
    }

    static let fields: [String: PageField<Self>] = [
        "words": .text { $0.words },
        "state": .text { $0.state },
        "path": .text { $0.path },
        "add": .text { $0.add },
        "positions": .list { $0.positions },
        "button": .text { $0.button },
        "filled": .flag { !$0.list.entries.isEmpty },
        "entries": .list { $0.list.entries },
    ]
}

extension RankingBoard.Answer {
    /// Where a candidate stands on the list, in words.
    func place(of candidate: CandidacyInPool.Answer, _ visit: Visit) -> String {
        candidate.rank.map {
            visit.text("employer.rank.at", ["position": String($0), "of": String(entries.count)])
        } ?? visit.text("employer.rank.none")
    }
}
