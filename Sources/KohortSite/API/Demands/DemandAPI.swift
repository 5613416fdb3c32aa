import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment

/// What employers ask for: all of it for the programme office, its own for an employer.
enum DemandAPI {
    static let endpoints = [
        Endpoint(
            .get, "/rounds/{round}/demands", .query(DemandList.name),
            Operation(
                "listDemands", "The demands of a round that the token reaches",
                .ok(.object(["round": .slug, "demands": .list(shape)]))),
            list)
    ]

    private static let shape = Shape.object([
        "id": .id, "organisation": .organisation, "title": .text, "field": .text, "competence": .text, "place": .text,
        "asked": .count, "positions": .count, "state": .choice(DemandState.self), "late": .boolean,
        "stated_at": .instant, "decided_at": .nullable(.instant),
    ])

    private static func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let list = try await visit.fetch(DemandList(round: .slug(try visit.context.slug("round"))))
        return .json { json in
            json.object { json in
                json.member("round", list.round.slug)
                json.member("demands", list: list.demands) { $0.demand($1) }
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func demand(_ line: DemandList.Line) {
        let demand = line.demand
        object { json in
            json.member("id", demand.id)
            json.member("organisation") { $0.organisation(demand.organisation, line.organisation) }
            json.member("title", demand.terms.title)
            json.member("field", demand.terms.field)
            json.member("competence", demand.terms.competence)
            json.member("place", demand.terms.place)
            json.member("asked", demand.terms.asked)
            json.member("positions", demand.positions)
            json.member("state", demand.state.rawValue)
            json.member("late", demand.isLate)
            json.member("stated_at", demand.statedAt)
            json.member("decided_at", demand.decidedAt)
        }
    }
}
