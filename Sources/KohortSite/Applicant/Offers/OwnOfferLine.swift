import KohortCore
import KohortWeb
import Recruitment

/// An offer on the applicant's own page.
struct OwnOfferLine: PageModel {
    let title: String
    let employer: String
    let status: String
    let look: String
    /// Where it is answered, while it can be.
    let path: String?

    init(_ visit: Visit, _ line: OffersOfCandidacy.Line) {
        (title, employer) = (line.title, line.employer.name)
        let state = line.offer.state == .open && !line.takesAnswer ? OfferState.expired : line.offer.state
        status = visit.text("offer.state.\(state.rawValue)", ["date": visit.format.day(line.deadline.date)])
        look = line.takesAnswer ? "soon" : state == .accepted ? "good" : ""
        path = line.takesAnswer ? visit.path("/candidacies/\(line.offer.candidacy)/offers/\(line.offer.id)") : nil
    }

    static let fields: [String: PageField<Self>] = [
        "title": .text { $0.title },
        "employer": .text { $0.employer },
        "status": .text { $0.status },
        "look": .text { $0.look },
        "path": .text { $0.path },
    ]
}
