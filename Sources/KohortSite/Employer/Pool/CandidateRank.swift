import KohortWeb
import Recruitment

/// Where a candidate stands in the employer's list, or how to put them there.
struct CandidateRank: PageModel {
    let words: String
    let add: String?
    let path: String
    let state: String

    init(_ place: CandidatePlace, _ board: RankingBoard.Answer, isOpen: Bool) {
        let (room, candidate) = (place.room, place.candidate)
        words =
            candidate.rank.map {
                room.visit.text("employer.rank.at", ["position": String($0), "of": String(board.entries.count)])
            }
            ?? room.visit.text("employer.rank.none")
        let canAdd = isOpen && board.isOpen && candidate.rank == nil && candidate.assessment?.verdict != .notQualified
        add = canAdd ? room.address("/pool/\(candidate.candidacy.id)/rank?\(place.address.query)") : nil
        path = room.address("/ranking?round=\(candidate.round.slug)")
        state = board.words(room.visit)
    }

    static let fields: [String: PageField<Self>] = [
        "words": .text { $0.words }, "add": .text { $0.add }, "path": .text { $0.path }, "state": .text { $0.state },
    ]
}
