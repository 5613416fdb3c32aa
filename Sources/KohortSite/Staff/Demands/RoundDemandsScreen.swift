import KohortCore
import KohortWeb
import Recruitment

/// All demands of a round, those that wait for an answer first.
struct RoundDemandsScreen: Page {
    static let template = "staff/demands"
    let chrome: Chrome
    let head: DeskHead
    let due: [DueLine]
    let waiting: [RoundDemandLine]
    let decided: [RoundDemandLine]
    let late: DeskForm?

    init(_ room: RoundVisit, _ lines: [RoundDemandLine], late: DeskForm?, _ notice: DeskNotice?) {
        let visit = room.visit
        let title = visit.text("staff.demands.heading", ["round": room.name])
        (chrome, head) = (visit.chrome(title), room.head(.demands, title, notice: notice))
        waiting = lines.filter { $0.demand.state == .stated }
        decided = lines.filter { $0.demand.state != .stated }
        let isDone = !room.round.demandDeadline.admits(visit.arrival) && waiting.isEmpty
        due = [DueLine(room.round.demandDeadline, visit.text("staff.due.demand"), isDone: isDone, in: visit)]
        self.late = late
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "due": .list { $0.due },
        "anyWaiting": .flag { !$0.waiting.isEmpty },
        "waiting": .list { $0.waiting },
        "anyDecided": .flag { !$0.decided.isEmpty },
        "decided": .list { $0.decided },
        "late": .model { $0.late },
    ]
}

/// One demand with the lead's answer, or the forms to give it.
struct RoundDemandLine: PageModel {
    let demand: Demand
    let employer: String
    let state: String
    let places: String
    let statedOn: String
    let approval: DeskForm?
    let refusal: String?

    init(_ demand: Demand, _ room: RoundVisit, _ refused: Refusal?) {
        let visit = room.visit
        self.demand = demand
        employer = visit.name(of: demand.organisation)
        (state, places) = (visit.text("desk.demand.state.\(demand.state.rawValue)"), demand.places(visit))
        statedOn = visit.format.time(demand.statedAt)
        let isOpen = demand.state == .stated && room.round.closedAt == nil
        let make = DeskFields(visit: visit, texts: "staff.approval", idPrefix: "\(demand.id)-", refusal: refused)
        let address = room.address("/demands/\(demand.id)")
        approval =
            isOpen
            ? DeskForm(
                action: address + "/approval", fields: [make.field("positions", .number, String(demand.terms.asked))],
                button: visit.text("staff.approval.press")) : nil
        refusal = isOpen ? address + "/refusal" : nil
    }

    static let fields: [String: PageField<Self>] = [
        "employer": .text { $0.employer },
        "title": .text { $0.demand.terms.title },
        "field": .text { $0.demand.terms.field },
        "place": .text { $0.demand.terms.place },
        "competence": .text { $0.demand.terms.competence },
        "places": .text { $0.places },
        "state": .text { $0.state },
        "code": .text { $0.demand.state.rawValue },
        "late": .flag { $0.demand.isLate },
        "statedOn": .text { $0.statedOn },
        "approval": .model { $0.approval },
        "refusal": .text { $0.refusal },
    ]
}
