import KohortCore
import KohortWeb
import Recruitment

/// One page of the pool, with what narrows it, the employer's own marks, and its list beside it.
struct PoolScreen: Page {
    static let template = "employer/pool"
    let chrome: Chrome
    let head: DeskHead
    let pool: PoolPart?
    let closedBecause: String?

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "pool": .model { $0.pool },
        "closed": .text { $0.closedBecause },
    ]

    init(
        _ room: EmployerVisit, name: String, _ pool: CandidacyPool.Answer, _ address: PoolAddress, _ list: MyList,
        _ held: [HeldCandidate], notice: DeskNotice?
    ) {
        (chrome, head) = Self.top(room, name, pool.round, notice)
        self.pool = PoolPart(room, pool, address, list, held)
        closedBecause = nil
    }

    init(_ room: EmployerVisit, name: String, _ round: Round, closedBecause: String) {
        (chrome, head) = Self.top(room, name, round, nil)
        (pool, self.closedBecause) = (nil, closedBecause)
    }

    private static func top(
        _ room: EmployerVisit, _ name: String, _ round: Round, _ notice: DeskNotice?
    ) -> (Chrome, DeskHead) {
        let title = room.visit.text("employer.pool.heading", ["employer": room.name, "round": name])
        return (room.visit.chrome(title), room.head(.pool, title, round, notice: notice))
    }
}

/// The pool itself.
struct PoolPart: PageModel {
    let counts: String
    let left: String
    let filter: PoolFilterForm
    let rows: [PoolLine]
    let list: MyList
    /// Where the list is certified, once nobody is left to look at.
    let certify: String?
    let next: String?
    let start: String?
    let comparison: PoolComparison

    init(
        _ room: EmployerVisit, _ pool: CandidacyPool.Answer, _ address: PoolAddress, _ list: MyList,
        _ held: [HeldCandidate]
    ) {
        let visit = room.visit
        counts = visit.text(
            address.isNarrowed ? "employer.pool.matching" : "employer.pool.all",
            ["matching": visit.format.number(pool.matching), "total": visit.format.number(pool.total)])
        left =
            pool.left == 0
            ? visit.text("employer.pool.none_left")
            : visit.text("employer.pool.left", ["left": visit.format.number(pool.left)])
        filter = PoolFilterForm(room, address, fields: pool.educationFields)
        rows = pool.candidates.map { PoolLine($0, room, address) }
        self.list = list
        certify = pool.left == 0 && list.canCertify ? list.path : nil
        next = pool.next.map { room.address("/pool?" + address.turned(to: $0).query) }
        comparison = PoolComparison(room, address, held)
        start = address.after.map { _ in room.address("/pool?" + address.turned(to: nil).query) }
    }

    static let fields: [String: PageField<Self>] = [
        "counts": .text { $0.counts },
        "left": .text { $0.left },
        "filter": .model { $0.filter },
        "any": .flag { !$0.rows.isEmpty },
        "rows": .list { $0.rows },
        "list": .model { $0.list },
        "certify": .text { $0.certify },
        "next": .text { $0.next },
        "start": .text { $0.start },
        "comparison": .model { $0.comparison },
    ]
}
