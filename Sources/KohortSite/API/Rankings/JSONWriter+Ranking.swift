import KohortCore
import KohortWeb
import Recruitment

extension Shape {
    static let board = Shape.object([
        "round": .slug, "open": .boolean, "rank_by": .nullable(.date), "changed_at": .nullable(.instant),
        "certified_at": .nullable(.instant), "entries": .list(entry), "places": .list(places),
    ])

    private static let entry = Shape.object([
        "position": .integer, "candidacy": .id, "number": .integer, "name": .text, "place": .text,
        "state": .choice(CandidacyState.self), "verdict": .nullable(.choice(Verdict.self)),
        "offer": .nullable(.choice(OfferState.self)),
    ])

    private static let places = Shape.object(["demand": .id, "title": .text, "positions": .count, "free": .count])
}

extension JSONWriter {
    mutating func board(_ board: RankingBoard.Answer) {
        member("round", board.round.slug)
        member("open", board.isOpen)
        member("rank_by", board.deadline?.date)
        member("changed_at", board.changedAt)
        member("certified_at", board.certifiedAt)
        member("entries", list: board.entries) { $0.entry($1) }
        member("places", list: board.places) { json, places in
            json.object { json in
                json.member("demand", places.demand)
                json.member("title", places.title)
                json.member("positions", places.positions)
                json.member("free", places.free)
            }
        }
    }

    private mutating func entry(_ entry: RankingEntry) {
        object { json in
            json.member("position", entry.position)
            json.member("candidacy", entry.candidacy)
            json.member("number", entry.number)
            json.member("name", entry.name)
            json.member("place", entry.place)
            json.member("state", entry.state.rawValue)
            json.member("verdict", entry.verdict?.rawValue)
            json.member("offer", entry.offer?.rawValue)
        }
    }
}
