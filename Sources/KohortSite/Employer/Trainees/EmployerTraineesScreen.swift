import Delivery
import KohortCore
import KohortWeb
import Tenancy

struct EmployerTraineesScreen: Page {
    static let template = "employer/trainees"
    let chrome: Chrome
    let head: DeskHead
    let cohorts: [EmployerCohort]
    let mentors: [OwnMentorLine]
    let contacts: [ContactLine]
    let form: DeskForm
    let isRefused: Bool

    init(
        _ room: EmployerVisit, _ cohorts: [EmployerCohort], _ mentors: [MentorPool.Line],
        _ contacts: [Contacts.Line], _ refusal: Refusal?, _ notice: DeskNotice?
    ) {
        let (visit, title) = (room.visit, room.visit.text("employer.tab.trainees"))
        (chrome, head) = (visit.chrome("\(title), \(room.name)"), room.head(.trainees, title, nil, notice: notice))
        self.cohorts = cohorts
        self.mentors = mentors.map { OwnMentorLine($0, room) }
        self.contacts = contacts.map { ContactLine($0, visit) }
        isRefused = refusal != nil
        let make = DeskFields(visit: visit, texts: "cohort.mentor", refusal: refusal)
        form = DeskForm(
            action: room.address("/mentors"), fields: [make.line("name"), make.field("email", .email)],
            button: visit.text("cohort.mentor.press"))
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "any": .flag { !$0.cohorts.isEmpty },
        "cohorts": .list { $0.cohorts },
        "pooled": .flag { !$0.mentors.isEmpty },
        "mentors": .list { $0.mentors },
        "known": .flag { !$0.contacts.isEmpty },
        "contacts": .list { $0.contacts },
        "form": .model { $0.form },
        "refused": .flag { $0.isRefused },
    ]
}

/// Somebody to turn to (NOR-9).
struct ContactLine: PageModel {
    let line: Contacts.Line
    let place: String

    init(_ line: Contacts.Line, _ visit: Visit) {
        self.line = line
        let organisation = visit.consortium.organisations.first { $0.id == line.organisation }
        place = organisation?.name.text(in: visit.language) ?? visit.text("nav.staff")
    }

    static let fields: [String: PageField<Self>] = [
        "person": .text { $0.line.name }, "email": .text { $0.line.email.text }, "place": .text { $0.place },
    ]
}

/// One cohort as it concerns an employer.
struct EmployerCohort: PageModel {
    let name, stage: String
    let confirm: String?
    let trainees: [TraineeRow]
    let evaluate: DeskForm?
    let isRefused: Bool

    init(
        _ room: EmployerVisit, _ standing: CohortStanding.Answer, _ trainees: [TraineeList.Line], _ refusal: Refusal?
    ) {
        let (visit, cohort) = (room.visit, standing.cohort)
        name = visit.name(ofCohort: cohort.period)
        stage = visit.text("cohort.stage.\(standing.stage.rawValue)")
        let own = standing.employers.first { $0.organisation == room.employer.id }
        let waits = own?.missing.contains(.aimsAnchored) ?? false
        confirm = waits ? room.address("/cohorts/\(cohort.slug)/aims") : nil
        self.trainees = trainees.map {
            TraineeRow($0, cohort.rules, visit, isLinked: $0.trainee.employer == room.employer.id)
        }
        isRefused = refusal != nil
        let make = DeskFields(
            visit: visit, texts: "cohort.evaluation", idPrefix: "\(cohort.id)-", refusal: refusal)
        let isOpen = standing.stage == .running || standing.stage == .toBeClosed
        evaluate =
            isOpen
            ? DeskForm(
                action: room.address("/cohorts/\(cohort.slug)/evaluation"),
                fields: [make.field("text", .area)], button: visit.text("cohort.evaluation.press")) : nil
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name }, "stage": .text { $0.stage }, "confirm": .text { $0.confirm },
        "any": .flag { !$0.trainees.isEmpty }, "trainees": .list { $0.trainees }, "form": .model { $0.evaluate },
        "refused": .flag { $0.isRefused },
    ]
}

/// One of the employer's people in the pool of mentors.
struct OwnMentorLine: PageModel {
    let line: MentorPool.Line
    let trainees, action: String

    init(_ line: MentorPool.Line, _ room: EmployerVisit) {
        self.line = line
        trainees = room.visit.format.number(line.trainees)
        action = room.address("/mentors/\(line.person)/removal")
    }

    static let fields: [String: PageField<Self>] = [
        "mentor": .text { $0.line.contact.name }, "email": .text { $0.line.contact.email.text },
        "count": .text { $0.trainees }, "action": .text { $0.action },
    ]
}
