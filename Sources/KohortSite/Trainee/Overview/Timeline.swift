import Delivery
import KohortCore
import KohortWeb

/// A trainee's time in the programme as a table, each row with its place on a common scale.
struct Timeline: PageModel {
    let caption: String
    let start: String
    let end: String
    let rows: [TimelineRow]

    static let fields: [String: PageField<Self>] = [
        "caption": .text { $0.caption },
        "start": .text { $0.start },
        "end": .text { $0.end },
        "rows": .list { $0.rows },
    ]
}

struct TimelineRow: PageModel {
    let label: String
    var path: String?
    let dates: [String]
    let bars: [TimelineBar]
    /// Where today is, from 0 to 1000; empty when it is not within.
    let now: String

    static let fields: [String: PageField<Self>] = [
        "label": .text { $0.label },
        "path": .text { $0.path },
        "dates": .texts { $0.dates },
        "bars": .list { $0.bars },
        "now": .text { $0.now },
    ]
}

struct TimelineBar: PageModel {
    enum Look: String { case work, away, common }

    let look: Look
    let start: Int
    let length: Int

    static let fields: [String: PageField<Self>] = [
        "look": .text { $0.look.rawValue },
        "x": .text { String($0.start) },
        "width": .text { String($0.length) },
    ]
}

/// Places dates on a scale from 0 to 1000.
struct TimelineScale {
    let whole: Period

    private var days: Int { max(1, whole.end.daysSince1970 - whole.start.daysSince1970) }

    func place(of day: LocalDate) -> Int {
        min(1000, max(0, (day.daysSince1970 - whole.start.daysSince1970) * 1000 / days))
    }

    /// At least so wide that one day can be seen.
    func bar(_ start: LocalDate, before end: LocalDate, _ look: TimelineBar.Look) -> TimelineBar {
        let from = min(place(of: start), 990)
        return TimelineBar(look: look, start: from, length: max(10, place(of: end) - from))
    }
}
