import KohortCore
import KohortWeb
import Recruitment

/// One page of the register, the newest first.
struct OpeningsScreen: Page {
    static let template = "staff/openings"
    static let path = "/staff/openings"
    let chrome: Chrome
    let head: DeskHead
    let lines: [OpeningLine]
    /// Leads back to all, from those of one candidacy.
    let all: String?
    let next: String?
    let start: String?

    init(_ visit: Visit, _ answer: CandidacyOpenings.Answer, of candidacy: CandidacyID?, isLater: Bool) {
        let title = visit.text("staff.openings.heading")
        let journal = ChromeLink(
            label: visit.text("staff.tab.journal"), path: visit.path(StaffPage.journal.path), isCurrent: false)
        chrome = visit.chrome(title)
        head = visit.staffHead(.journal, title, crumbs: [journal])
        lines = answer.lines.map { OpeningLine($0, visit) }
        let own = candidacy.map { "candidacy=\($0)" }
        func path(_ parts: String?...) -> String {
            let query = parts.compactMap(\.self).joined(separator: "&")
            return visit.path(Self.path) + (query.isEmpty ? "" : "?\(query)")
        }
        all = candidacy.map { _ in path() }
        next = answer.next.map { path(own, "before=\($0)") }
        start = isLater ? path(own) : nil
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "any": .flag { !$0.lines.isEmpty },
        "lines": .list { $0.lines },
        "all": .text { $0.all },
        "next": .text { $0.next },
        "start": .text { $0.start },
    ]
}

/// One opening.
struct OpeningLine: PageModel {
    let moment: String
    let candidacy: String
    let only: String
    let opener: String
    let organisations: String

    init(_ line: CandidacyOpenings.Line, _ visit: Visit) {
        moment = visit.format.exactTime(line.at)
        let number = line.registered.map { visit.format.number($0) } ?? "–"
        candidacy = visit.text("staff.openings.candidacy", ["number": number, "round": line.round.text])
        only = visit.path("\(OpeningsScreen.path)?candidacy=\(line.candidacy)")
        opener = line.opener.name ?? visit.text("staff.actor.\(line.opener.kind)")
        let names = line.opener.organisations.map(visit.name(of:))
        organisations = names.isEmpty ? visit.text("staff.openings.office") : visit.format.list(names)
    }

    static let fields: [String: PageField<Self>] = [
        "moment": .text { $0.moment },
        "candidacy": .text { $0.candidacy },
        "only": .text { $0.only },
        "opener": .text { $0.opener },
        "organisations": .text { $0.organisations },
    ]
}
