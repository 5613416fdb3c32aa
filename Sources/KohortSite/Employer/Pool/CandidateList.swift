import KohortWeb
import Recruitment

/// The list that a candidate was opened from, small, with the ways to the next and the one before.
struct CandidateList: PageModel {
    let rows: [PoolLine]
    let left: String
    let back: String
    let next: String?
    let previous: String?

    init(_ place: CandidatePlace) {
        let room = place.room
        rows = place.list.candidates.map { candidate in
            var line = PoolLine(candidate, room, place.address)
            line.isCurrent = candidate.candidacy == place.candidate.candidacy.id
            return line
        }
        left = room.visit.text("employer.pool.left", ["left": room.visit.format.number(place.list.left)])
        back = room.address("/pool?\(place.address.query)")
        next = place.next.map { room.address(place.path(to: $0)) }
        previous = place.previous.map { room.address(place.path(to: $0)) }
    }

    static let fields: [String: PageField<Self>] = [
        "rows": .list { $0.rows },
        "left": .text { $0.left },
        "back": .text { $0.back },
        "next": .text { $0.next },
        "previous": .text { $0.previous },
    ]
}
