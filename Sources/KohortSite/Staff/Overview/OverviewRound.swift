import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// One round on the lead's first page: its dates, and who has not delivered.
struct OverviewRound: PageModel {
    let name: String
    let path: String
    let stage: String
    let due: [DueLine]
    let owing: [OwingLine]
    /// Offers that are still open after hiring was to be done (KS11-4).
    let overdueOffers: Int

    init(_ room: RoundVisit, _ overview: RoundOverview.Answer, _ demands: [Demand], _ members: [DirectoryEntry]) {
        let visit = room.visit
        (name, path) = (room.name, room.address(""))
        stage = visit.text("staff.stage.\(room.round.stage.rawValue)")
        due = room.dueLines(overview)
        owing = [OwingLine.demands(room, demands, members), OwingLine.rankings(room, overview)].compactMap(\.self)
        overdueOffers = overview.employers.reduce(0) { $0 + $1.offersOverdue }
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name },
        "path": .text { $0.path },
        "stage": .text { $0.stage },
        "due": .list { $0.due },
        "owing": .list { $0.owing },
    ]
}

/// Who owes what, and by when.
struct OwingLine: PageModel {
    let what: String
    let isLate: Bool
    let names: String
    /// Where it is followed up.
    let path: String

    static let fields: [String: PageField<Self>] = [
        "what": .text { $0.what }, "late": .flag { $0.isLate }, "names": .text { $0.names },
        "path": .text { $0.path },
    ]

    /// The members that have stated no demand, until the call is out; nil when all have.
    static func demands(_ room: RoundVisit, _ demands: [Demand], _ members: [DirectoryEntry]) -> OwingLine? {
        guard room.round.stage == .planned else { return nil }
        let visit = room.visit
        let stated = Set(demands.filter { $0.state != .withdrawn }.map(\.organisation))
        let silent = members.filter { !stated.contains($0.id) }.map { $0.definition.name.text(in: visit.language) }
        let deadline = room.round.demandDeadline
        let isLate = !deadline.admits(visit.arrival)
        let key = isLate ? "staff.owing.demand.late" : "staff.owing.demand"
        return line(key, deadline, isLate, silent, room.address("/demands"), visit)
    }

    /// The employers that have certified no ranking, once they can.
    static func rankings(_ room: RoundVisit, _ overview: RoundOverview.Answer) -> OwingLine? {
        guard room.round.stage == .released, let deadline = room.round.rankingDeadline else { return nil }
        let visit = room.visit
        let silent = overview.employers.filter { $0.certifiedAt == nil }.map { visit.name(of: $0.organisation) }
        let isLate = !deadline.admits(visit.arrival)
        let key = isLate ? "staff.owing.ranking.late" : "staff.owing.ranking"
        return line(key, deadline, isLate, silent, room.address(""), visit)
    }

    private static func line(
        _ key: String, _ deadline: Deadline, _ isLate: Bool, _ names: [String], _ path: String, _ visit: Visit
    ) -> OwingLine? {
        guard !names.isEmpty else { return nil }
        let what = visit.text(key, ["date": visit.format.day(deadline.date)])
        let sorted = names.sorted { $0.alphabetical < $1.alphabetical }
        return OwingLine(what: what, isLate: isLate, names: visit.format.list(sorted), path: path)
    }
}
