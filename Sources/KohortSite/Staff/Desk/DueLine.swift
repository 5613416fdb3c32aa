import KohortCore
import KohortWeb

/// Something with a date: until when, what, and what to do about it.
struct DueLine: PageModel {
    /// How a line is marked; each with a word beside the colour.
    enum Mark: String { case good, soon, late, ahead }

    let date: LocalDate?
    let day: String
    let title: String
    var detail = ""
    let mark: Mark
    let state: String
    var path: String?

    static let fields: [String: PageField<Self>] = [
        "date": .text { $0.date?.description },
        "day": .text { $0.day },
        "title": .text { $0.title },
        "detail": .text { $0.detail },
        "mark": .text { $0.mark.rawValue },
        "state": .text { $0.state },
        "path": .text { $0.path },
    ]
}

extension DueLine {
    /// A date of a round: done when what it is for is done, late when it has passed undone, soon within 14 days.
    init(
        _ deadline: Deadline, _ title: String, detail: String = "", isDone: Bool, path: String? = nil, in visit: Visit
    ) {
        let daysLeft = deadline.date.daysSince1970 - deadline.zone.date(at: visit.arrival).daysSince1970
        let mark: Mark = isDone ? .good : daysLeft < 0 ? .late : daysLeft <= 14 ? .soon : .ahead
        self.init(
            date: deadline.date, day: visit.format.day(deadline.date), title: title, detail: detail, mark: mark,
            state: Self.words(mark, daysLeft, visit), path: path)
    }

    private static func words(_ mark: Mark, _ daysLeft: Int, _ visit: Visit) -> String {
        switch (mark, daysLeft) {
        case (.good, _): visit.text("desk.done")
        case (.late, _): visit.text("desk.passed")
        case (_, 0): visit.text("desk.today")
        case (_, 1): visit.text("desk.tomorrow")
        default: visit.text("desk.days_left", ["days": String(daysLeft)])
        }
    }
}
