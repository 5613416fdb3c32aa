import Hummingbird
import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// What an employer asks for in a round (KS11-11).
enum DemandChanges {
    static let endpoints = [
        Endpoint(
            post: "/employers/{employer}/demands", StateDemand.self,
            Operation(
                "stateDemand", "States what the employer asks for in a round",
                body: .form(Shape.members(["round": .slug]) + SentDemand.shape), .created, refusals: [.conflict])
        ) { change in
            let (sent, terms): (SentRound, SentDemand) = (try change.read(), try change.read())
            let id: DemandID = change.visit.newID()
            let command = StateDemand(
                id: id, round: try await change.visit.sentRound(sent.round),
                organisation: try change.visit.employer().id, terms: terms.terms)
            return try await change.made(id, by: command)
        },
        Endpoint(
            post: "/employers/{employer}/demands/{demand}", ChangeDemand.self,
            Operation(
                "changeDemand", "Puts other terms in the place of a demand's", body: .form(SentDemand.shape), .done,
                refusals: [.conflict])
        ) { change in
            let sent: SentDemand = try change.read()
            return try await change.done(
                ChangeDemand(
                    demand: try change.visit.context.id("demand"), organisation: try change.visit.employer().id,
                    terms: sent.terms))
        },
        Endpoint(
            post: "/employers/{employer}/demands/{demand}/withdrawal", WithdrawDemand.self,
            Operation("withdrawDemand", "Asks for nobody any more", .done, refusals: [.conflict])
        ) { change in
            try await change.done(
                WithdrawDemand(
                    demand: try change.visit.context.id("demand"), organisation: try change.visit.employer().id))
        },
    ]
}

/// The terms of a demand.
struct SentDemand: Decodable {
    static let shape = Shape.members([
        "title": .text, "field": .text, "competence": .text, "place": .text, "asked": .whole(from: 1, to: 100),
    ])

    let title, field, competence, place: String
    let asked: Int

    var terms: DemandTerms {
        DemandTerms(title: title, field: field, competence: competence, place: place, asked: asked)
    }
}

/// A round that a body names.
struct SentRound: Decodable {
    let round: String
}
