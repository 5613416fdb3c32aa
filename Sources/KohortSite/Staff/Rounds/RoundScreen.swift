import KohortCore
import KohortWeb
import Recruitment
import Reporting
import Tenancy

/// One round on a page: what is next, its dates, who has come how far, and its figures.
struct RoundScreen: Page {
    static let template = "staff/round"
    let chrome: Chrome
    let head: DeskHead
    let step: RoundStep
    let due: [DueLine]
    let employers: [EmployerLine]
    let totals: EmployerTotals
    let funnel: FunnelPart
    /// Of this page; what its figures count is shown below it.
    let base: String
    let deadlines: String
    let closure: String?

    init(
        _ room: RoundVisit, _ overview: RoundOverview.Answer, _ funnel: Funnel, _ channels: [ChannelDefinition],
        _ refusal: Refusal?, _ notice: DeskNotice?
    ) {
        let visit = room.visit
        (chrome, head) = (visit.chrome(room.name), room.head(.round, room.name, notice: notice))
        step = RoundStep(room, channels, refusal)
        due = room.dueLines(overview)
        employers = overview.employers.map { EmployerLine($0, room) }
        totals = EmployerTotals(overview, visit)
        self.funnel = FunnelPart(funnel, overview, channels, visit)
        (base, deadlines) = (room.address(""), room.address("/deadlines"))
        closure = room.round.stage == .released ? room.address("/closure") : nil
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "step": .model { $0.step },
        "due": .list { $0.due },
        "any": .flag { !$0.employers.isEmpty },
        "employers": .list { $0.employers },
        "totals": .model { $0.totals },
        "funnel": .model { $0.funnel },
        "base": .text { $0.base },
        "deadlines": .text { $0.deadlines },
        "closure": .text { $0.closure },
    ]
}

extension RoundVisit {
    /// The round's dates, each with whether what it is for is done.
    func dueLines(_ overview: RoundOverview.Answer) -> [DueLine] {
        let stated = detail.demands.filter { $0.key == .stated }.values.reduce(0, +)
        let certified = overview.employers.filter { $0.certifiedAt != nil }.count
        var lines = [
            DueLine(
                round.demandDeadline, visit.text("staff.due.demand"),
                detail: stated > 0 ? visit.text("staff.due.undecided", ["number": visit.format.number(stated)]) : "",
                isDone: !round.demandDeadline.admits(visit.arrival) && stated == 0, path: address("/demands"), in: visit
            ),
            DueLine(
                round.applicationDeadline, visit.text("staff.due.applications"), isDone: round.releasedAt != nil,
                in: visit),
        ]
        if let deadline = round.rankingDeadline {
            let count = ["number": String(certified), "of": String(overview.employers.count)]
            lines.append(
                DueLine(
                    deadline, visit.text("staff.due.ranking"), detail: visit.text("staff.due.certified", count),
                    isDone: certified > 0 && certified == overview.employers.count, in: visit))
        }
        if let deadline = round.hiringDeadline {
            let count = ["number": String(overview.accepted), "of": String(overview.positions)]
            lines.append(
                DueLine(
                    deadline, visit.text("staff.due.hiring"), detail: visit.text("staff.due.accepted", count),
                    isDone: overview.positions > 0 && overview.accepted == overview.positions, path: address("/offers"),
                    in: visit))
        }
        return lines
    }
}
