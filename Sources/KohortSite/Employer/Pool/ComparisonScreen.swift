import KohortCore
import KohortWeb
import Recruitment

/// Two candidates side by side, line by line; or one, beside whom another is to be chosen.
struct ComparisonScreen: Page {
    static let template = "employer/comparison"
    let chrome: Chrome
    let head: DeskHead
    let back: String
    let candidates: [ComparedCandidate]
    /// Education and how to reach them, and what they wrote.
    let facts, texts: [ComparedLine]
    /// Whom the one can be compared with: those on the employer's own list.
    let others: [MyList.Entry]
    /// Where the other one is found; nil while there are two.
    let search: String?

    init(
        _ room: EmployerVisit, _ found: [CandidacyInPool.Answer], _ address: PoolAddress, _ board: RankingBoard.Answer,
        notice: DeskNotice?
    ) {
        let visit = room.visit
        candidates = found.map { ComparedCandidate($0, room, address, board) }
        let names = candidates.map(\.name)
        let title =
            names.count == 2
            ? visit.text("comparison.heading", ["first": names[0], "second": names[1]])
            : visit.text("comparison.heading.one", ["name": names.joined()])
        chrome = visit.chrome(title)
        head = room.head(.pool, title, board.round, notice: notice)
        back = room.address("/pool?\(address.choosing([]).query)")
        facts = ComparedLine.all(candidates, \.facts)
        texts = ComparedLine.all(candidates, \.texts)
        search = found.count == 2 ? nil : room.address("/pool?\(address.query)")
        others =
            found.count == 2
            ? []
            : board.entries.filter { !address.chosen.contains($0.candidacy) }.map {
                MyList.Entry(name: $0.name, path: room.comparison($0.candidacy, address), isCurrent: false)
            }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "back": .text { $0.back },
        "candidates": .list { $0.candidates },
        "documented": .flag { $0.candidates.contains { !$0.application.documents.isEmpty } },
        "facts": .list { $0.facts },
        "texts": .list { $0.texts },
        "listed": .flag { !$0.others.isEmpty },
        "others": .list { $0.others },
        "search": .text { $0.search },
    ]
}
