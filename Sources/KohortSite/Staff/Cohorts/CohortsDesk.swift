import Delivery
import Hummingbird
import KohortCore
import KohortWeb

/// All cohorts with persons.
enum CohortsDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireLead()
        return try visit.page(CohortsScreen(visit, try await visit.fetch(CohortList())))
    }
}

struct CohortsScreen: Page {
    static let template = "staff/cohorts"
    let chrome: Chrome
    let head: DeskHead
    let cohorts: [CohortRow]

    init(_ visit: Visit, _ cohorts: [CohortList.Line]) {
        let title = visit.text("staff.tab.cohorts")
        (chrome, head) = (visit.chrome(title), visit.staffHead(.cohorts, title))
        self.cohorts = cohorts.reversed().map { CohortRow($0, visit) }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "any": .flag { !$0.cohorts.isEmpty },
        "cohorts": .list { $0.cohorts },
    ]
}

/// One cohort of the list.
struct CohortRow: PageModel {
    let name: String
    let path: String
    let stage: String
    let isLate: Bool
    let period: String
    let trainees: String
    let blocked: String?

    init(_ line: CohortList.Line, _ visit: Visit) {
        (name, path) = (visit.name(ofCohort: line.period), visit.path("/staff/cohorts/\(line.slug)"))
        (stage, isLate) = (visit.text("cohort.stage.\(line.stage.rawValue)"), line.stage == .toBeClosed)
        period = "\(visit.format.month(line.period.start)) – \(visit.format.month(line.period.lastDay))"
        trainees = visit.format.number(line.enrolled)
        blocked = line.trainees[.blocked].map { visit.text("cohort.waiting", ["number": visit.format.number($0)]) }
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name }, "path": .text { $0.path }, "stage": .text { $0.stage },
        "late": .flag { $0.isLate }, "period": .text { $0.period }, "trainees": .text { $0.trainees },
        "blocked": .text { $0.blocked },
    ]
}
