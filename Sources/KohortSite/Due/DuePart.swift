import KohortCore
import KohortWeb
import Tenancy

/// A list of what is due, under a heading.
struct DuePart: PageModel {
    let name: String
    let due: [DueLine]

    /// Nil where nothing is.
    init?(_ name: String, _ due: [DueLine]) {
        if due.isEmpty { return nil }
        (self.name, self.due) = (name, due)
    }

    static let fields: [String: PageField<Self>] = ["name": .text { $0.name }, "due": .list { $0.due }]
}

extension DueLine {
    /// Something to be done by a day: late when it has passed, soon within 14 days.
    init(_ day: LocalDate, _ title: String, detail: String = "", path: String?, in visit: Visit) {
        let today = visit.consortium.profile.timeZone.date(at: visit.arrival)
        let left = day.daysSince1970 - today.daysSince1970
        let state =
            switch left {
            case ..<0: visit.text("me.late")
            case 0: visit.text("desk.today")
            case 1: visit.text("desk.tomorrow")
            default: visit.text("desk.days_left", ["days": String(left)])
            }
        self.init(
            date: day, day: visit.format.day(day), title: title, detail: detail,
            mark: left < 0 ? .late : left <= 14 ? .soon : .ahead, state: state, path: path)
    }
}
