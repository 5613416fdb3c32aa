import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// One offer, with the two answers to it.
struct OfferPage: Page {
    static let template = "applicant/offer"
    let chrome: Chrome
    let employer: String
    let own: String
    let path: String
    let facts: [FactLine]
    let notice: String?
    let takesAnswer: Bool
    let isOnlyOne: Bool
    let reason: FieldModel

    init(_ visit: Visit, _ line: OffersOfCandidacy.Line, notice: String?) {
        chrome = visit.chrome(visit.text("offer.title", ["title": line.title]))
        employer = line.employer.name
        own = visit.path("/candidacies/\(line.offer.candidacy)")
        path = "\(own)/offers/\(line.offer.id)"
        let values = [
            ("vacancy.employer", line.employer.name), ("vacancy.place", line.place),
            ("fact.contract", visit.text("contract.\(line.offer.contract.rawValue)")),
            ("offer.answer_by", visit.format.day(line.deadline.date)),
        ]
        facts = values.map { FactLine(visit.text($0), $1) }
        (self.notice, takesAnswer) = (notice, line.takesAnswer)
        isOnlyOne = visit.consortium.profile.settings.oneAcceptanceClosesRest
        let reasons = DeclineReason.allCases.map { ($0.rawValue, visit.text("offer.reason.\($0.rawValue)")) }
        let sheet = FormSheet(visit: visit, room: "offer", form: Form(), problems: [])
        reason = sheet.choice("reason", reasons, optional: true)
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "title": .text { $0.chrome.title },
        "employer": .text { $0.employer },
        "own": .text { $0.own },
        "path": .text { $0.path },
        "facts": .list { $0.facts },
        "notice": .text { $0.notice },
        "takesAnswer": .flag { $0.takesAnswer },
        "onlyOne": .flag { $0.isOnlyOne },
        "reason": .model { $0.reason },
    ]
}
