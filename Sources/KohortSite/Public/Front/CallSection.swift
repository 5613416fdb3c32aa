import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// A call on the front page: what is due, what to do, and the dates after it.
struct CallSection: PageModel {
    let name: String
    let isOpen: Bool
    let deadline: String
    let vacancies: String
    let application: String
    let dates: [DateLine]

    init(_ visit: Visit, _ call: Call, plans: [RoundPlan], cohorts: [Cohort]) {
        let plan = plans.first { $0.id == call.round }
        name = plan?.definition.name.text(in: visit.language) ?? visit.text("front.call")
        isOpen = call.isOpen
        let key = call.isOpen ? "front.apply_by" : "front.closed_on"
        deadline = visit.text(key, ["date": visit.format.day(call.deadline.date)])
        vacancies = visit.path("/vacancies")
        application = visit.path("/rounds/\(call.slug)/application")
        dates = Self.dates(visit, call, start: cohorts.first { $0.slug == call.cohort }?.period?.start)
    }

    private static func dates(_ visit: Visit, _ call: Call, start: LocalDate?) -> [DateLine] {
        let today = call.deadline.zone.date(at: visit.arrival)
        let published = call.deadline.zone.date(at: call.publishedAt)
        let known: [(LocalDate?, String)] = [
            (published, "published"), (call.deadlines.applyBy, "apply"), (call.deadlines.rankBy, "rank"),
            (call.deadlines.hireBy, "hire"), (start, "start"),
        ]
        return known.compactMap { date, key in
            date.map { date in
                DateLine(when: visit.format.date(date), what: visit.text("front.date.\(key)"), isPast: date < today)
            }
        }
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name },
        "open": .flag { $0.isOpen },
        "deadline": .text { $0.deadline },
        "vacancies": .text { $0.vacancies },
        "application": .text { $0.application },
        "dates": .list { $0.dates },
    ]
}
