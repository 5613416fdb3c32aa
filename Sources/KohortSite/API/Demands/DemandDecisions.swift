import Hummingbird
import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// The programme office's answer to what employers ask for.
enum DemandDecisions {
    static let endpoints = [
        Endpoint(
            post: "/demands/{demand}/approval", ApproveDemand.self,
            Operation(
                "approveDemand", "Approves a demand for a number of places, at most as many as are asked for",
                body: .form(["positions": .whole(from: 1, to: 100)]), .done, refusals: [.conflict])
        ) { change in
            let sent: SentApproval = try change.read()
            return try await change.done(
                ApproveDemand(demand: try change.visit.context.id("demand"), positions: sent.positions))
        },
        Endpoint(
            post: "/demands/{demand}/refusal", DeclineDemand.self,
            Operation("declineDemand", "Declines a demand: it becomes no vacancy", .done, refusals: [.conflict])
        ) { change in
            try await change.done(DeclineDemand(demand: try change.visit.context.id("demand")))
        },
        Endpoint(
            post: "/rounds/{round}/demands", StateDemandLate.self,
            Operation(
                "stateDemandLate", "Takes an employer's demand although its deadline has passed",
                body: .form(SentDemand.shape + Shape.members(["organisation": .slug])), .created,
                refusals: [.conflict]),
            stateLate),
    ]

    private static func stateLate(_ change: Change) async throws -> Response {
        let visit = change.visit
        let (terms, sent): (SentDemand, SentEmployer) = (try change.read(), try change.read())
        let round = try await visit.addressedRound()
        guard let employer = visit.consortium.organisations.first(where: { $0.slug.text == sent.organisation }) else {
            throw Rejection.invalid("organisation", "choice.unknown")
        }
        let id: DemandID = visit.newID()
        return try await change.made(
            id, by: StateDemandLate(id: id, round: round, organisation: employer.id, terms: terms.terms))
    }
}

private struct SentApproval: Decodable {
    let positions: Int
}

private struct SentEmployer: Decodable {
    let organisation: String
}
