import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

/// A candidacy's own link, as it stands in the receipt. It shows how far the application has come and nothing else; a
/// press has a sign-in link mailed to whom the application is of. A wrong key and a candidacy that does not exist are
/// not found, in the same way; the link of an application that has ended is gone.
enum CandidacyLinkDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let own = try await own(visit)
        let offers = try await visit.holding(own.candidacy.id).fetch(OffersOfCandidacy(candidacy: own.candidacy.id))
        return try visit.page(CandidacyLinkPage(visit, own, offers))
    }

    static func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        try await visit.ask(.candidacy(try await own(visit).candidacy.id), request)
    }

    private static func own(_ visit: Visit) async throws -> OwnCandidacy.Answer {
        let candidacy: CandidacyID = try visit.context.id("candidacy")
        let key = try visit.context.parameter("key")
        let isRight = visit.site.kohort.links.opens(candidacy, of: visit.open.tenant.id, with: key)
        guard let own = try await visit.ownCandidacy(candidacy), isRight else { throw Rejection.notFound }
        if own.candidacy.hasEnded { throw EndedCandidacy() }
        return own
    }
}

/// An application whose link shows nothing any more.
struct EndedCandidacy: Error {}

/// How far an application has come, to whoever has its link.
struct CandidacyLinkPage: Page {
    static let template = "applicant/link"
    let chrome: Chrome
    let number: String?
    let status: CandidacyStatus
    let action: String

    init(_ visit: Visit, _ own: OwnCandidacy.Answer, _ offers: [OffersOfCandidacy.Line]) {
        chrome = visit.chrome(visit.text("link.title"))
        number = own.candidacy.number.map { visit.text("candidacy.number", ["number": visit.format.number($0)]) }
        status = CandidacyStatus(visit, own, offers)
        action = visit.privatePath(own.candidacy.id)
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "number": .text { $0.number },
        "status": .model { $0.status },
        "action": .text { $0.action },
    ]
}
