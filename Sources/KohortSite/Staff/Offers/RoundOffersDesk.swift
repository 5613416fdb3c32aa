import Hummingbird
import KohortCore
import KohortWeb
import Recruitment

/// All offers and nominations of a round, for the lead to follow.
enum RoundOffersDesk {
    static func show(_ request: Request, _ room: RoundVisit) async throws -> Response {
        let offers = try await room.visit.fetch(OfferList(round: .id(room.round.id))).offers
        let nominations = try await room.visit.fetch(NominationList(round: .id(room.round.id))).nominations
        return try room.visit.page(RoundOffersScreen(room, offers, nominations.map(\.nomination)))
    }
}

/// Those that wait for an answer first, by date; nominations apart (KS11-15).
struct RoundOffersScreen: Page {
    static let template = "staff/offers"
    let chrome: Chrome
    let head: DeskHead
    let offers: [OfferLine]
    let nominations: [NominationLine]

    init(_ room: RoundVisit, _ offers: [OfferList.Line], _ nominations: [Nomination]) {
        let title = room.visit.text("staff.offers.heading", ["round": room.name])
        (chrome, head) = (room.visit.chrome(title), room.head(.offers, title, notice: nil))
        let open = offers.filter { $0.offer.state == .open }.sorted { $0.offer.respondBy < $1.offer.respondBy }
        let rest = offers.filter { $0.offer.state != .open }
        self.offers = (open + rest).map { OfferLine($0, room.visit) }
        self.nominations = nominations.map { NominationLine($0, room.visit) }
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "any": .flag { !$0.offers.isEmpty },
        "offers": .list { $0.offers },
        "nominated": .flag { !$0.nominations.isEmpty },
        "nominations": .list { $0.nominations },
    ]
}
