import KohortWeb
import Recruitment

/// How far one employer has come, from demand to filled places.
struct EmployerLine: PageModel {
    let progress: EmployerProgress
    let name: String
    let path: String
    let certifiedOn: String?
    let format: Format

    init(_ progress: EmployerProgress, _ room: RoundVisit) {
        self.progress = progress
        name = room.visit.name(of: progress.organisation)
        path = room.visit.path("/employer/\(progress.name.slug)/ranking?round=\(room.round.slug)")
        certifiedOn = progress.certifiedAt.map { room.visit.format.time($0) }
        format = room.visit.format
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name },
        "path": .text { $0.path },
        "positions": .text { $0.format.number($0.progress.positions) },
        "applicants": .text { $0.format.number($0.progress.applicants) },
        "perPosition": .text { line in line.progress.perPosition.map { line.format.decimal($0) } ?? "–" },
        "assessed": .text { $0.format.number($0.progress.assessed) },
        "ranked": .text { $0.format.number($0.progress.ranked) },
        "certifiedOn": .text { $0.certifiedOn },
        "offersOpen": .text { $0.format.number($0.progress.offersOpen) },
        "offersAccepted": .text { $0.format.number($0.progress.offersAccepted) },
        "overdue": .text { $0.progress.offersOverdue > 0 ? $0.format.number($0.progress.offersOverdue) : nil },
    ]
}

/// What the employers of a round sum up to. Applicants do not: one may wish for several employers (NOR-3).
struct EmployerTotals: PageModel {
    let positions: String
    let offersOpen: String
    let offersAccepted: String

    init(_ overview: RoundOverview.Answer, _ visit: Visit) {
        positions = visit.format.number(overview.positions)
        offersOpen = visit.format.number(overview.employers.reduce(0) { $0 + $1.offersOpen })
        offersAccepted = visit.format.number(overview.accepted)
    }

    static let fields: [String: PageField<Self>] = [
        "positions": .text { $0.positions },
        "offersOpen": .text { $0.offersOpen },
        "offersAccepted": .text { $0.offersAccepted },
    ]
}
