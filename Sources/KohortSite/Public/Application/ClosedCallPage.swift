import KohortCore
import KohortWeb
import Recruitment

/// No application is taken any more; says since when, and when the reader's arrived.
struct ClosedCallPage: Page {
    static let template = "public/closed-call"
    let chrome: Chrome
    let closed: String
    let arrived: String?

    init(_ visit: Visit, _ open: OpenCall, arrival: Instant? = nil) {
        chrome = visit.chrome(visit.text("closed.title"))
        closed = visit.text("closed.date", ["date": visit.format.day(open.call.deadline.date)])
        arrived = arrival.map { visit.text("closed.arrived", ["time": visit.format.exactTime($0)]) }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "title": .text { $0.chrome.title },
        "closed": .text { $0.closed },
        "arrived": .text { $0.arrived },
    ]
}
