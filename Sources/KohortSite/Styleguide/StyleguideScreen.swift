import KohortCore
import KohortWeb

/// The components, filled with the consortium's members and today's date.
struct StyleguideScreen: Page {
    static let template = "styleguide"
    let chrome: Chrome
    let head: DeskHead
    let summary: ProblemSummary
    let fields: [FieldModel]
    let due: [DueLine]
    let dates: [DateLine]
    let facts: [Fact]
    let timeline: Timeline
    let members: [StyleguideMember]

    init(_ visit: Visit) {
        let (title, staff) = (visit.text("styleguide.title"), visit.text("staff.overview.heading"))
        let samples = StyleguideSamples(visit)
        chrome = visit.chrome(title)
        head = visit.staffHead(
            nil, title, crumbs: [ChromeLink(label: staff, path: visit.path("/staff"), isCurrent: false)])
        (summary, fields) = (samples.summary, samples.fields)
        (due, dates, timeline) = (samples.due, samples.dates, samples.timeline)
        members = samples.members
        facts = [
            Fact(visit.text("vacancy.employer"), members.first?.name ?? ""),
            Fact(visit.text("vacancy.positions"), visit.format.number(12)),
        ]
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "summary": .model { $0.summary },
        "fields": .list { $0.fields },
        "due": .list { $0.due },
        "dates": .list { $0.dates },
        "facts": .list { $0.facts },
        "timeline": .model { $0.timeline },
        "members": .list { $0.members },
    ]
}

/// One line of the samples: a member of the consortium.
struct StyleguideMember: PageModel {
    let position: Int
    let name: String
    let count: Int

    static let fields: [String: PageField<Self>] = [
        "position": .text { String($0.position) },
        "name": .text { $0.name },
        "count": .text { String($0.count) },
    ]
}
