import Hummingbird
import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// Offers of an employer's places (KS11-13).
enum OfferChanges {
    static let endpoints = [
        Endpoint(
            post: "/employers/{employer}/offers", MakeOffer.self,
            Operation(
                "makeOffer", "Offers a candidate of the pool the lowest free place of a demand",
                body: .form(["demand": .id, "candidacy": .id], optional: ["contract": .choice(ContractKind.self)]),
                .created, refusals: [.conflict])
        ) { change in
            let sent: SentOffer = try change.read()
            let id: OfferID = change.visit.newID()
            let command = MakeOffer(
                offer: id, organisation: try change.visit.employer().id, demand: sent.demand,
                candidacy: sent.candidacy, contract: sent.contract)
            return try await change.made(id, by: command)
        },
        Endpoint(
            post: "/employers/{employer}/offers/{offer}/withdrawal", WithdrawOffer.self,
            Operation("withdrawOffer", "Takes back an offer that is still open", .done, refusals: [.conflict])
        ) { change in
            try await change.done(
                WithdrawOffer(
                    offer: try change.visit.context.id("offer"), organisation: try change.visit.employer().id))
        },
    ]
}

private struct SentOffer: Decodable {
    let demand: DemandID
    let candidacy: CandidacyID
    let contract: ContractKind?
}
