import KohortCore
import KohortWeb
import Recruitment

/// An employer's demands in a round, and the form for one more or for the one that is changed.
struct DemandScreen: Page {
    static let template = "employer/demand"
    let chrome: Chrome
    let head: DeskHead
    let due: [DueLine]
    let demands: [DemandLine]
    let formTitle: String
    /// Nil once the deadline has passed, unless somebody has just typed something.
    let form: DeskForm?

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "due": .list { $0.due },
        "any": .flag { !$0.demands.isEmpty },
        "demands": .list { $0.demands },
        "formTitle": .text { $0.formTitle },
        "form": .model { $0.form },
    ]

    init(
        _ room: EmployerVisit, _ round: Round, name: String, own: [Demand], editing: Demand?, refusal: Refusal?,
        notice: DeskNotice?
    ) {
        let visit = room.visit
        let title = visit.text("employer.demand.heading", ["employer": room.name, "round": name])
        (chrome, head) = (visit.chrome(title), room.head(.demand, title, round, notice: notice))
        let isOpen = round.closedAt == nil && round.demandDeadline.admits(visit.arrival)
        let isStated = own.contains { $0.state == .stated || $0.state == .approved }
        due = [DueLine(round.demandDeadline, visit.text("employer.due.demand"), isDone: isStated, in: visit)]
        demands = own.map { DemandLine($0, room, round, canChange: isOpen) }
        formTitle = visit.text(editing == nil ? "employer.demand.new" : "employer.demand.edit")
        form = isOpen || refusal != nil ? Self.form(room, round, editing, refusal) : nil
    }

    private static func form(_ room: EmployerVisit, _ round: Round, _ editing: Demand?, _ refusal: Refusal?) -> DeskForm
    {
        let fields = DeskFields(visit: room.visit, texts: "desk.demand", refusal: refusal)
        let rest = editing.map { "/demands/\($0.id)" } ?? "/demands"
        return DeskForm(
            action: room.address("\(rest)?round=\(round.slug)"), fields: fields.ofDemand(editing?.terms),
            button: room.visit.text(editing == nil ? "employer.demand.send" : "employer.demand.save"),
            once: editing == nil ? OnceKey.fresh(room.visit) : nil)
    }
}

extension DeskFields {
    /// What an employer asks for (KS11-11), also when the lead states it for one that is late.
    func ofDemand(_ terms: DemandTerms?) -> [DeskField] {
        [
            line("title", terms?.title ?? "", hinted: true), line("field", terms?.field ?? "", hinted: true),
            field("competence", .area, terms?.competence ?? "", true), line("place", terms?.place ?? "", hinted: true),
            field("asked", .number, terms.map { String($0.asked) } ?? "1"),
        ]
    }
}
