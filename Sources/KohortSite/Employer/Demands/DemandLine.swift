import KohortCore
import KohortWeb
import Recruitment

/// One demand as its employer sees it, with what can still be done about it.
struct DemandLine: PageModel {
    let demand: Demand
    let state: String
    let places: String
    let statedOn: String
    let changePath: String?
    let withdrawal: String?

    init(_ demand: Demand, _ room: EmployerVisit, _ round: Round, canChange: Bool) {
        let visit = room.visit
        self.demand = demand
        (state, places) = (visit.text("desk.demand.state.\(demand.state.rawValue)"), demand.places(visit))
        statedOn = visit.format.time(demand.statedAt)
        let address = room.address("/demands/\(demand.id)")
        changePath = canChange && demand.state == .stated ? "\(address)?round=\(round.slug)" : nil
        let canWithdraw = round.closedAt == nil && (demand.state == .stated || demand.state == .approved)
        withdrawal = canWithdraw ? "\(address)/withdrawal?round=\(round.slug)" : nil
    }

    static let fields: [String: PageField<Self>] = [
        "title": .text { $0.demand.terms.title },
        "field": .text { $0.demand.terms.field },
        "place": .text { $0.demand.terms.place },
        "competence": .text { $0.demand.terms.competence },
        "places": .text { $0.places },
        "state": .text { $0.state },
        "code": .text { $0.demand.state.rawValue },
        "late": .flag { $0.demand.isLate },
        "statedOn": .text { $0.statedOn },
        "changePath": .text { $0.changePath },
        "withdrawal": .text { $0.withdrawal },
    ]
}

extension Demand {
    /// How many were asked for, and how many were approved where that is another number.
    func places(_ visit: Visit) -> String {
        guard state == .approved, positions != terms.asked else { return String(terms.asked) }
        return visit.text("desk.demand.fewer", ["approved": String(positions), "asked": String(terms.asked)])
    }
}
