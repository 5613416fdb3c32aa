import Delivery
import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// One cohort: who has something left to do, and its trainees.
enum CohortDesk {
    static func show(_ request: Request, _ room: CohortVisit) async throws -> Response {
        let trainees = try await room.visit.fetch(TraineeList(cohort: room.reference))
        let overdue = try await room.visit.fetch(OverdueTalks(cohort: room.id))
        return try room.visit.page(CohortScreen(room, trainees, overdue))
    }
}

struct CohortScreen: Page {
    static let template = "staff/cohort"
    let chrome: Chrome
    let head: DeskHead
    let facts: [Fact]
    let owing: [OwingEmployer]
    let overdue: [DueLine]
    let trainees: [TraineeRow]

    init(_ room: CohortVisit, _ trainees: [TraineeList.Line], _ overdue: [OverdueTalks.Line]) {
        let (visit, standing) = (room.visit, room.standing)
        (chrome, head) = (visit.chrome(room.name), room.head(.cohort, room.name))
        facts = [
            Fact(visit.text("cohort.stage"), visit.text("cohort.stage.\(standing.stage.rawValue)")),
            Fact(
                visit.text("cohort.period"),
                "\(visit.format.date(standing.cohort.period.start)) – \(visit.format.date(standing.cohort.period.lastDay))"
            ),
            Fact(visit.text("cohort.trainees"), visit.format.number(trainees.count)),
        ]
        owing = standing.employers.filter { !$0.hasDelivered }.map {
            OwingEmployer($0, of: standing.cohort.slug, [], visit)
        }
        self.overdue = overdue.map { line in
            DueLine(
                date: line.cadence.nextBy, day: line.cadence.nextBy.map { visit.format.date($0) } ?? "",
                title: line.name, mark: .late, state: visit.text("cohort.talk.overdue"),
                path: visit.path("/trainees/\(line.trainee)"))
        }
        self.trainees = trainees.map { TraineeRow($0, standing.cohort.rules, visit) }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "facts": .list { $0.facts },
        "owed": .flag { !$0.owing.isEmpty },
        "owing": .list { $0.owing },
        "late": .flag { !$0.overdue.isEmpty },
        "due": .list { $0.overdue },
        "any": .flag { !$0.trainees.isEmpty },
        "trainees": .list { $0.trainees },
    ]
}

/// An employer and what it has still to do.
struct OwingEmployer: PageModel {
    let name: String
    let what: [String]
    /// Where the lead follows it up.
    let path: String
    /// The day of the first of it; nil where it has none.
    var by: String?
    var mark = DueLine.Mark.soon

    /// With its duties in the cohort, as far as they have a day.
    init(_ employer: CohortStanding.Employer, of cohort: Slug, _ duties: [EmployerDutyLine], _ visit: Visit) {
        let first = duties.min { $0.by < $1.by }
        path = visit.path(first?.duty.trainee.map { "/trainees/\($0)" } ?? "/staff/cohorts/\(cohort)")
        if let day = first?.by {
            let today = visit.consortium.profile.timeZone.date(at: visit.arrival)
            by = visit.text("due.by", ["day": visit.format.day(day)])
            mark = day < today ? .late : .soon
        }
        name = employer.name
        let counted = [
            ("mentor", employer.withoutMentor), ("plan", employer.withoutPlan),
            ("supervisor", employer.withoutSupervisor), ("talk", employer.overdueTalks),
        ].filter { $0.1 > 0 }
        what =
            employer.missing.map { visit.text("cohort.missing.\($0.rawValue)") }
            + counted.map { visit.text("cohort.lacks.\($0.0)", ["number": visit.format.number($0.1)]) }
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name }, "what": .texts { $0.what }, "path": .text { $0.path }, "by": .text { $0.by },
        "mark": .text { $0.mark.rawValue },
    ]
}

/// One trainee of the table.
struct TraineeRow: PageModel {
    let line: TraineeList.Line
    /// Nil for who is only hosted here: their pages are the employer's.
    let path: String?
    let state: String
    let mentor: String?
    let lacks: [String]

    init(_ line: TraineeList.Line, _ rules: ProgrammeRules, _ visit: Visit, isLinked: Bool = true) {
        self.line = line
        path = isLinked ? visit.path("/trainees/\(line.trainee.id)") : nil
        state = visit.text("cohort.state.\(line.trainee.state.rawValue)")
        let name = line.mentor.map { $0.contact?.name ?? visit.text("cohort.erased") }
        mentor = line.isMentorProposed ? name.map { visit.text("cohort.asked", ["name": $0]) } : name
        lacks =
            line.missing.map { visit.text("cohort.missing.\($0.rawValue)") }
            + (rules.roles.mentor != nil && line.trainee.state == .enrolled && line.mentor == nil
                ? [visit.text("cohort.lacks_mentor")] : [])
            + (line.lacksSupervisor ? [visit.text("cohort.lacks_supervisor")] : [])
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.line.trainee.name }, "path": .text { $0.path }, "state": .text { $0.state },
        "blocked": .flag { $0.line.trainee.state == .blocked }, "employer": .text { $0.line.employer },
        "host": .text { $0.line.host }, "mentor": .text { $0.mentor }, "lacks": .texts { $0.lacks },
    ]
}

extension EmployerDuty {
    /// Whom it is for; nil where it is for a cohort as a whole.
    fileprivate var trainee: TraineeID? {
        switch self {
        case .meet, .evaluateCohort: nil
        case .planPlacements(let trainee), .nameMentor(let trainee): trainee
        case .nameSupervisor(_, let trainee), .prepare(_, let trainee, _): trainee
        }
    }
}
