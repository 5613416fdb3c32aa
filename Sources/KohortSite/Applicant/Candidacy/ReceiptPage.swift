import KohortCore
import KohortWeb
import Recruitment

/// An application is registered: under which number, at which time, and what comes next.
struct ReceiptPage: Page {
    static let template = "applicant/receipt"
    let chrome: Chrome
    let number: String
    let time: String
    let email: String
    let link: String
    let own: String
    let next: [DateLine]

    /// Nil for a draft.
    init?(_ visit: Visit, _ answer: OwnCandidacy.Answer) {
        let candidacy = answer.candidacy
        guard let number = candidacy.number, let submittedAt = candidacy.submittedAt else { return nil }
        chrome = visit.chrome(visit.text("receipt.title"))
        self.number = visit.format.number(number)
        time = visit.format.exactTime(submittedAt)
        email = candidacy.details.email.text
        link = visit.privateLink(candidacy.id)
        own = visit.path("/candidacies/\(candidacy.id)")
        let dates = answer.call.deadlines
        let today = answer.call.deadline.zone.date(at: visit.arrival)
        let known: [(LocalDate?, String)] = [(dates.applyBy, "change"), (dates.rankBy, "rank"), (dates.hireBy, "hire")]
        next = known.compactMap { date, key in
            date.map {
                DateLine(when: visit.format.date($0), what: visit.text("receipt.date.\(key)"), isPast: $0 < today)
            }
        }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "title": .text { $0.chrome.title },
        "number": .text { $0.number },
        "time": .text { $0.time },
        "email": .text { $0.email },
        "link": .text { $0.link },
        "own": .text { $0.own },
        "dates": .list { $0.next },
    ]
}
