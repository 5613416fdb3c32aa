import Hummingbird
import KohortStore
import KohortWeb

/// What has happened, in the order in which it did, a page at a time.
enum JournalDesk {
    private static let pageSize = 50

    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let after = try QueryParameters(request)["after"].flatMap { Int64($0) } ?? 0
        let entries = try await visit.fetch(JournalFeed(after: max(0, after), limit: pageSize + 1))
        let page = Array(entries.prefix(pageSize))
        let next = entries.count > page.count ? page.last?.number : nil
        return try visit.page(JournalScreen(visit, page, after: after, next: next))
    }
}

/// One page of the journal.
struct JournalScreen: Page {
    static let template = "staff/journal"
    let chrome: Chrome
    let head: DeskHead
    let entries: [JournalLine]
    let next: String?
    let start: String?
    let openings: String

    init(_ visit: Visit, _ entries: [JournalEntry], after: Int64, next: Int64?) {
        let title = visit.text("staff.journal.heading")
        (chrome, head) = (visit.chrome(title), visit.staffHead(.journal, title))
        self.entries = entries.map { JournalLine($0, visit) }
        self.next = next.map { visit.path("/staff/journal?after=\($0)") }
        start = after > 0 ? visit.path("/staff/journal") : nil
        openings = visit.path(OpeningsScreen.path)
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "any": .flag { !$0.entries.isEmpty },
        "entries": .list { $0.entries },
        "next": .text { $0.next },
        "start": .text { $0.start },
        "openings": .text { $0.openings },
    ]
}

/// One thing that happened.
struct JournalLine: PageModel {
    let number: String
    let moment: String
    let what: String
    let actor: String
    let employer: String

    init(_ entry: JournalEntry, _ visit: Visit) {
        (number, moment) = (String(entry.number), visit.format.exactTime(entry.at))
        what = visit.site.texts.text("event.\(entry.name)", in: visit.language) ?? entry.name
        actor = visit.text("staff.actor.\(entry.actorKind)")
        employer = entry.organisation.map(visit.name(of:)) ?? ""
    }

    static let fields: [String: PageField<Self>] = [
        "number": .text { $0.number },
        "moment": .text { $0.moment },
        "what": .text { $0.what },
        "actor": .text { $0.actor },
        "employer": .text { $0.employer },
    ]
}
