import KohortWeb
import Tenancy

/// The lead's first page.
struct OverviewScreen: Page {
    static let template = "staff/overview"
    let chrome: Chrome
    let head: DeskHead
    let alarms: [Alarm]
    let rounds: [OverviewRound]
    let programmes: [ProgrammeLine]
    let openMatters: String
    let interests: String
    let cohorts: OverviewCohorts
    let month: DuePart?
    /// Of the visitor's other roles.
    let elsewhere: DuePart?

    init(
        _ visit: Visit, _ alarms: [Alarm], _ rounds: [OverviewRound], openMatters: Int, interests: Int,
        programmes: [Programme], cohorts: OverviewCohorts, month: DuePart?, elsewhere: DuePart?
    ) {
        let title = visit.text("staff.overview.heading")
        (chrome, head) = (visit.chrome(title), visit.staffHead(.overview, title))
        (self.alarms, self.rounds) = (alarms, rounds)
        (self.cohorts, self.month, self.elsewhere) = (cohorts, month, elsewhere)
        self.programmes = programmes.map { ProgrammeLine($0, visit) }
        self.openMatters = visit.format.number(openMatters)
        self.interests = visit.format.number(interests)
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "alarmed": .flag { !$0.alarms.isEmpty },
        "alarms": .list { $0.alarms },
        "any": .flag { !$0.rounds.isEmpty },
        "rounds": .list { $0.rounds },
        "programmes": .list { $0.programmes },
        "openMatters": .text { $0.openMatters },
        "interests": .text { $0.interests },
        "cohorts": .model { $0.cohorts },
        "month": .model { $0.month },
        "elsewhere": .model { $0.elsewhere },
    ]
}
