import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// Whom an employer has enrolled itself in a round, and the form for one more.
struct NominationScreen: Page {
    static let template = "employer/nominations"
    let chrome: Chrome
    let head: DeskHead
    let nominations: [NominationLine]
    let form: DeskForm?

    init(
        _ room: EmployerVisit, _ round: Round, _ terms: IntakeTerms, name: String, _ own: [Nomination],
        _ refusal: Refusal?, _ notice: DeskNotice?
    ) {
        let title = room.visit.text("employer.nominations.heading", ["employer": room.name, "round": name])
        (chrome, head) = (room.visit.chrome(title), room.head(.nominations, title, round, notice: notice))
        nominations = own.map { nomination in
            var line = NominationLine(nomination, room.visit)
            let canWithdraw = nomination.withdrawnAt == nil && round.closedAt == nil
            line.withdrawal =
                canWithdraw ? room.address("/nominations/\(nomination.id)/withdrawal?round=\(round.slug)") : nil
            return line
        }
        form = round.closedAt == nil || refusal != nil ? Self.form(room, round, terms, refusal) : nil
    }

    private static func form(
        _ room: EmployerVisit, _ round: Round, _ terms: IntakeTerms, _ refusal: Refusal?
    ) -> DeskForm {
        let visit = room.visit
        let make = DeskFields(visit: visit, texts: "desk.nomination", refusal: refusal)
        let languages = visit.consortium.profile.languages.map {
            ($0.rawValue, visit.text("desk.language.\($0.rawValue)"))
        }
        return DeskForm(
            action: room.address("/nominations?round=\(round.slug)"),
            fields: [
                make.line("name"), make.field("email", .email),
                make.choices(
                    "language", .choice, languages, chosen: [visit.consortium.profile.ownLanguage.rawValue],
                    required: true),
                make.line("field", hinted: true), make.field("hired_on", .date),
                make.contracts(of: terms),
            ], button: visit.text("desk.nomination.press"), once: OnceKey.fresh(visit))
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "any": .flag { !$0.nominations.isEmpty },
        "nominations": .list { $0.nominations },
        "form": .model { $0.form },
    ]
}

/// One graduate whom an employer has hired and enrolled.
struct NominationLine: PageModel {
    let nomination: Nomination
    let hiredOn: String
    let contract: String
    let employer: String
    var withdrawal: String?

    init(_ nomination: Nomination, _ visit: Visit) {
        self.nomination = nomination
        hiredOn = visit.format.day(nomination.hiredOn)
        contract = visit.text("desk.contract.\(nomination.contract.rawValue)")
        employer = visit.name(of: nomination.organisation)
    }

    static let fields: [String: PageField<Self>] = [
        "date": .text { $0.nomination.hiredOn.description },
        "hiredOn": .text { $0.hiredOn },
        "name": .text { $0.nomination.name },
        "email": .text { $0.nomination.email.text },
        "field": .text { $0.nomination.field },
        "contract": .text { $0.contract },
        "employer": .text { $0.employer },
        "withdrawn": .flag { $0.nomination.withdrawnAt != nil },
        "withdrawal": .text { $0.withdrawal },
    ]
}
