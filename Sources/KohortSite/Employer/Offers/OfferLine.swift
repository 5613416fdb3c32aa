import KohortCore
import KohortWeb
import Recruitment

/// One offer: until when it can be answered, to whom it was made and where it stands.
struct OfferLine: PageModel {
    let offer: Offer
    let respondBy: String
    let state: String
    let contract: String
    let madeOn: String
    var name = ""
    var title = ""
    var number = ""
    var employer = ""
    var isOverdue = false
    var path: String?
    var withdrawal: String?

    init(_ offer: Offer, _ visit: Visit) {
        self.offer = offer
        respondBy = visit.format.day(offer.respondBy)
        state = visit.text("desk.offer.state.\(offer.state.rawValue)")
        contract = visit.text("desk.contract.\(offer.contract.rawValue)")
        madeOn = visit.format.time(offer.madeAt)
    }

    init(_ line: OfferList.Line, _ visit: Visit) {
        self.init(line.offer, visit)
        (name, title, number) = (line.name, line.title, String(line.number))
        (employer, isOverdue) = (visit.name(of: line.offer.organisation), line.isOverdue)
    }

    static let fields: [String: PageField<Self>] = [
        "date": .text { $0.offer.respondBy.description },
        "respondBy": .text { $0.respondBy },
        "state": .text { $0.state },
        "code": .text { $0.offer.state.rawValue },
        "contract": .text { $0.contract },
        "madeOn": .text { $0.madeOn },
        "name": .text { $0.name },
        "title": .text { $0.title },
        "number": .text { $0.number },
        "employer": .text { $0.employer },
        "overdue": .flag { $0.isOverdue },
        "path": .text { $0.path },
        "withdrawal": .text { $0.withdrawal },
    ]
}
