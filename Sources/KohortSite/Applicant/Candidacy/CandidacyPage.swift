import KohortCore
import KohortWeb
import Recruitment

/// An applicant's own page: where the application stands, what can be done until when, and all that it says.
struct CandidacyPage: Page {
    static let template = "applicant/candidacy"
    let chrome: Chrome
    let number: String?
    let status: CandidacyStatus
    let offers: [OwnOfferLine]
    let facts: [FactLine]
    let experience: String
    let motivation: String
    let wishes: [OwnWishLine]
    let documents: [OwnDocumentLine]
    let change: String?
    let isDraft: Bool
    let withdrawal: String?
    /// Nil where it shows nothing any more.
    let link: String?

    init(_ visit: Visit, _ own: OwnCandidacy.Answer, _ offers: [OffersOfCandidacy.Line]) {
        let candidacy = own.candidacy
        let path = visit.path("/candidacies/\(candidacy.id)")
        chrome = visit.chrome(visit.text("candidacy.title"))
        number = candidacy.number.map { visit.text("candidacy.number", ["number": visit.format.number($0)]) }
        status = CandidacyStatus(visit, own, offers)
        self.offers = offers.map { OwnOfferLine(visit, $0) }
        facts = CandidacyFacts(visit, candidacy).lines
        (experience, motivation) = (candidacy.details.experience, candidacy.details.motivation)
        wishes = own.wishes.map { OwnWishLine(visit, $0) }
        documents = own.documents.map { OwnDocumentLine(visit, $0) }
        change = own.canChange ? "\(path)/application" : nil
        isDraft = candidacy.state == .draft
        withdrawal = own.canWithdraw ? "\(path)/withdrawal" : nil
        link = candidacy.hasEnded ? nil : visit.privateLink(candidacy.id)
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "number": .text { $0.number },
        "status": .model { $0.status },
        "anyOffers": .flag { !$0.offers.isEmpty },
        "offers": .list { $0.offers },
        "facts": .list { $0.facts },
        "experience": .text { $0.experience },
        "motivation": .text { $0.motivation },
        "anyWishes": .flag { !$0.wishes.isEmpty },
        "wishes": .list { $0.wishes },
        "anyDocuments": .flag { !$0.documents.isEmpty },
        "documents": .list { $0.documents },
        "change": .text { $0.change },
        "draft": .flag { $0.isDraft },
        "withdrawal": .text { $0.withdrawal },
        "link": .text { $0.link },
    ]
}
