import KohortStore
import KohortWeb
import Recruitment

/// A place that was applied for.
struct OwnWishLine: PageModel {
    let title: String
    let employer: String
    let isGone: Bool

    init(_ visit: Visit, _ wish: OwnCandidacy.WishedPlace) {
        (title, employer, isGone) = (wish.title, wish.employer.name, !wish.isVacant)
    }

    static let fields: [String: PageField<Self>] = [
        "title": .text { $0.title },
        "employer": .text { $0.employer },
        "gone": .flag { $0.isGone },
    ]
}

/// A document to be had back.
struct OwnDocumentLine: PageModel {
    let name: String
    let path: String
    let detail: String

    init(_ visit: Visit, _ document: Document) {
        name = document.name
        path = visit.path("/candidacies/\(document.candidacy)/documents/\(document.id)")
        detail = visit.detail(document.kind, document.file.size)
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name },
        "path": .text { $0.path },
        "detail": .text { $0.detail },
    ]
}
