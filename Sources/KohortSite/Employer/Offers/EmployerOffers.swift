import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// The offers that an employer has made in a round.
enum EmployerOffers {
    static func show(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let query = try QueryParameters(request)
        return try await page(room, try await room.round(query), notice: room.visit.doneNotice(query))
    }

    static func withdraw(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let round = try await room.round(of: request)
        let offer = try room.visit.context.id("offer", as: OfferID.self)
        return try await room.visit.attempt(Form()) {
            _ = try await room.visit.perform(WithdrawOffer(offer: offer, organisation: room.employer.id))
            return room.visit.redirect(room.path("/offers?round=\(round.slug)&done=offer.withdrawn"))
        } or: {
            try await page(room, round, notice: $0.notice(room.visit), status: $0.status)
        }
    }

    private static func page(
        _ room: EmployerVisit, _ round: Round, notice: DeskNotice?, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let offers = try await room.visit.fetch(OfferList(round: .id(round.id))).offers
        let name = try await room.visit.name(of: round)
        let own = offers.filter { $0.offer.organisation == room.employer.id }
        return try room.visit.page(EmployerOffersScreen(room, round, name: name, own, notice), status: status)
    }
}

/// An employer's offers; those that wait for an answer can be taken back.
struct EmployerOffersScreen: Page {
    static let template = "employer/offers"
    let chrome: Chrome
    let head: DeskHead
    let offers: [OfferLine]
    let list: String

    init(_ room: EmployerVisit, _ round: Round, name: String, _ own: [OfferList.Line], _ notice: DeskNotice?) {
        let title = room.visit.text("employer.offers.heading", ["employer": room.name, "round": name])
        (chrome, head) = (room.visit.chrome(title), room.head(.offers, title, round, notice: notice))
        offers = own.map { line in
            var shown = OfferLine(line, room.visit)
            shown.path = room.address("/pool/\(line.offer.candidacy)?round=\(round.slug)")
            let address = room.address("/offers/\(line.offer.id)/withdrawal?round=\(round.slug)")
            shown.withdrawal = line.offer.state == .open ? address : nil
            return shown
        }
        list = room.address("/ranking?round=\(round.slug)")
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "head": .model { $0.head },
        "any": .flag { !$0.offers.isEmpty },
        "offers": .list { $0.offers },
        "list": .text { $0.list },
    ]
}
