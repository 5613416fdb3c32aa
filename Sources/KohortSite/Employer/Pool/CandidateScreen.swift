import KohortCore
import KohortWeb
import Recruitment

/// One candidate as one employer reads them, with its own marks, its list and its offers at hand.
struct CandidateScreen: Page {
    static let template = "employer/candidate"
    let chrome: Chrome
    let head: DeskHead
    let application: CandidateApplication
    let assessment: DeskForm?
    let canGoOn: Bool
    let rank: CandidateRank
    let offers: [OfferLine]
    let offerForm: DeskForm?
    let respondBy: String
    let list: CandidateList
    let comparison: String

    init(
        _ room: EmployerVisit, _ place: CandidatePlace, _ board: RankingBoard.Answer, _ terms: IntakeTerms,
        _ refusal: Refusal?, _ notice: DeskNotice?
    ) {
        let (visit, candidate) = (room.visit, place.candidate)
        let title = candidate.candidacy.details.name
        let isOpen = candidate.candidacy.state == .submitted && candidate.round.closedAt == nil
        chrome = visit.chrome(title)
        head = room.head(.pool, title, candidate.round, notice: notice)
        application = CandidateApplication(candidate, room)
        assessment = isOpen ? CandidateForms.assessment(place, refusal) : nil
        canGoOn = place.next != nil
        rank = CandidateRank(place, board, isOpen: isOpen)
        offers = candidate.offers.map { OfferLine($0, visit) }
        offerForm = isOpen ? CandidateForms.offer(place, board, terms, refusal) : nil
        respondBy = visit.format.day(candidate.round.respondBy(from: visit.arrival))
        list = CandidateList(place)
        comparison = room.comparison(candidate.candidacy.id, place.address)
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "application": .model { $0.application },
        "assessment": .model { $0.assessment },
        "goesOn": .flag { $0.canGoOn },
        "rank": .model { $0.rank },
        "offered": .flag { !$0.offers.isEmpty },
        "offers": .list { $0.offers },
        "offerForm": .model { $0.offerForm },
        "respondBy": .text { $0.respondBy },
        "list": .model { $0.list },
        "comparison": .text { $0.comparison },
    ]
}

extension CandidateApplication {
    /// As an employer reads it.
    init(_ candidate: CandidacyInPool.Answer, _ room: EmployerVisit) {
        let candidacy = candidate.candidacy
        self.init(
            candidacy, wishes: candidate.wishes.map { WishLine($0, room) },
            documents: candidate.documents.map {
                DocumentLine($0, path: room.address("/pool/\(candidacy.id)/documents/\($0.id)"), room.visit)
            }, room.visit)
    }
}
