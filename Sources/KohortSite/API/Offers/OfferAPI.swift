import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment

/// Offers: all of a round for the programme office, its own for an employer.
enum OfferAPI {
    static let endpoints = [
        Endpoint(
            .get, "/rounds/{round}/offers", .query(OfferList.name),
            Operation(
                "listOffers", "The offers of a round that the token reaches, the latest first",
                .ok(.object(["round": .slug, "offers": .list(shape)]))),
            list)
    ]

    private static let shape = Shape.object([
        "id": .id, "demand": .id, "title": .text, "organisation": .organisation, "candidacy": .id, "number": .integer,
        "name": .text, "position": .integer, "contract": .choice(ContractKind.self), "state": .choice(OfferState.self),
        "respond_by": .date, "made_at": .instant, "ended_at": .nullable(.instant), "reason": .nullable(.text),
        "overdue": .boolean,
    ])

    private static func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let list = try await visit.fetch(OfferList(round: .slug(try visit.context.slug("round"))))
        return .json { json in
            json.object { json in
                json.member("round", list.round.slug)
                json.member("offers", list: list.offers) { $0.offer($1) }
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func offer(_ line: OfferList.Line) {
        let offer = line.offer
        object { json in
            json.member("id", offer.id)
            json.member("demand", offer.demand)
            json.member("title", line.title)
            json.member("organisation") { $0.organisation(offer.organisation, line.organisation) }
            json.member("candidacy", offer.candidacy)
            json.member("number", line.number)
            json.member("name", line.name)
            json.member("position", offer.position)
            json.member("contract", offer.contract.rawValue)
            json.member("state", offer.state.rawValue)
            json.member("respond_by", offer.respondBy)
            json.member("made_at", offer.madeAt)
            json.member("ended_at", offer.endedAt)
            json.member("reason", offer.reason)
            json.member("overdue", line.isOverdue)
        }
    }
}
