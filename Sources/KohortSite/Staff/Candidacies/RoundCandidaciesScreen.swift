import KohortCore
import KohortWeb
import Recruitment

/// The candidacies of a round; until the release their numbers alone.
struct RoundCandidaciesScreen: Page {
    static let template = "staff/candidacies"
    let chrome: Chrome
    let head: DeskHead
    let facts: [Fact]
    let pool: RoundPoolPart?

    init(_ room: RoundVisit, _ pool: RoundPoolPart?, _ notice: DeskNotice?) {
        let visit = room.visit
        let title = visit.text("staff.candidacies.heading", ["round": room.name])
        (chrome, head) = (visit.chrome(title), room.head(.candidacies, title, notice: notice))
        facts = CandidacyState.allCases.map {
            Fact(visit.text("staff.candidacies.\($0.rawValue)"), visit.format.number(room.detail.candidacies[$0] ?? 0))
        }
        self.pool = pool
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "facts": .list { $0.facts },
        "pool": .model { $0.pool },
    ]
}

/// One page of the released pool.
struct RoundPoolPart: PageModel {
    let counts: String
    let action: String
    let filter: [DeskField]
    let rows: [RoundCandidateLine]
    let next: String?
    let start: String?
    let export: String

    init(
        _ room: RoundVisit, _ pool: CandidacyPool.Answer, _ address: PoolAddress,
        _ employers: [RoundEmployers.Employer], chosen: Slug?
    ) {
        let visit = room.visit
        func path(_ after: Int?) -> String {
            room.address("/candidacies?\(address.turned(to: after).query)" + (chosen.map { "&employer=\($0)" } ?? ""))
        }
        counts = visit.text(
            "employer.pool.matching",
            ["matching": visit.format.number(pool.matching), "total": visit.format.number(pool.total)])
        action = room.address("/candidacies")
        let make = DeskFields(visit: visit, texts: "employer.filter")
        let names = employers.map { ($0.name.slug.text, visit.name(of: $0.organisation)) }
        let fields = pool.educationFields.map { ($0, $0) }
        let any = [("", visit.text("employer.filter.any"))]
        filter = [
            make.optional("text", .line, address.filter.text),
            make.choices("employer", .choice, any + names, chosen: [chosen?.text ?? ""]),
            make.choices("field", .choice, any + fields, chosen: [address.filter.educationField ?? ""]),
        ]
        rows = pool.candidates.map { RoundCandidateLine($0, room) }
        next = pool.next.map(path)
        start = address.after.map { _ in path(nil) }
        export = room.address("/candidacies.csv")
    }

    static let fields: [String: PageField<Self>] = [
        "counts": .text { $0.counts },
        "action": .text { $0.action },
        "fields": .list { $0.filter },
        "any": .flag { !$0.rows.isEmpty },
        "rows": .list { $0.rows },
        "next": .text { $0.next },
        "start": .text { $0.start },
        "export": .text { $0.export },
    ]
}

/// One candidacy in the lead's list.
struct RoundCandidateLine: PageModel {
    let candidate: PoolCandidate
    let path: String
    let education: String
    let wishes: [String]

    init(_ candidate: PoolCandidate, _ room: RoundVisit) {
        self.candidate = candidate
        path = room.address("/candidacies/\(candidate.candidacy)")
        education = room.visit.education(candidate)
        wishes = candidate.wishes.map { room.visit.name(of: $0.organisation) }
    }

    static let fields: [String: PageField<Self>] = [
        "number": .text { String($0.candidate.number) },
        "name": .text { $0.candidate.name },
        "place": .text { $0.candidate.place },
        "path": .text { $0.path },
        "education": .text { $0.education },
        "wishes": .texts { $0.wishes },
        "ended": .flag { $0.candidate.state == .closed },
    ]
}
