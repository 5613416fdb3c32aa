import KohortCore
import KohortWeb
import Recruitment

/// Where an application stands, in words, and how urgent that is.
struct CandidacyStatus: PageModel {
    let title: String
    let detail: String
    /// The look of a status line: good, soon, late, or none.
    let look: String

    init(_ visit: Visit, _ own: OwnCandidacy.Answer, _ offers: [OffersOfCandidacy.Line]) {
        let (key, look) = Self.key(own, offers)
        let format = visit.format
        let open = offers.filter(\.takesAnswer).map(\.deadline.date).min()
        let values = [
            "deadline": format.day(own.call.deadline.date), "kept": format.date(own.candidacy.purgeAfter),
            "ended": own.candidacy.endedAt.map(format.time) ?? "", "answer": open.map(format.day) ?? "",
        ]
        title = visit.text("candidacy.\(key).title")
        detail = visit.text("candidacy.\(key).detail", values)
        self.look = look
    }

    private static func key(
        _ own: OwnCandidacy.Answer, _ offers: [OffersOfCandidacy.Line]
    ) -> (key: String, look: String) {
        if offers.contains(where: \.takesAnswer) { return ("offered", "soon") }
        if offers.contains(where: { $0.offer.state == .accepted }) { return ("accepted", "good") }
        switch own.candidacy.state {
        case .draft: return own.canChange ? ("draft", "soon") : ("unsent", "late")
        case .submitted: return own.canChange ? ("received", "good") : ("reading", "good")
        case .withdrawn: return ("withdrawn", "")
        case .closed: return ("closed", "")
        }
    }

    static let fields: [String: PageField<Self>] = [
        "title": .text { $0.title },
        "detail": .text { $0.detail },
        "look": .text { $0.look },
    ]
}
