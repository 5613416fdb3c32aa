import Billing
import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// What is done with charges before they are on a document: given to others, lowered, and committed to (BB-8–BB-10).
enum ChargeChanges {
    static let endpoints = [
        Endpoint(
            post: "/charges/{charge}/division", DivideCharge.self,
            Operation(
                "divideCharge", "Gives a charge to one or more payers by weight; the parts sum exactly to the whole",
                body: .form(["shares": .list(.form(["payer": .slug, "weight": .whole(from: 1, to: heaviest)]))]),
                .done, refusals: [.conflict])
        ) { change in
            let sent: SentDivision = try change.read()
            let shares = try sent.shares.enumerated().map { index, share in
                let payer = try change.visit.sentOrganisation(share.payer, "shares.\(index + 1).payer")
                return DivideCharge.Share(payer: payer, weight: share.weight)
            }
            return try await change.done(
                DivideCharge(charge: try change.visit.context.id("charge"), shares: shares))
        },
        Endpoint(
            post: "/charges/{charge}/proration", ProrateCharge.self,
            Operation(
                "prorateCharge", "Lowers a charge to some days of its cohort's period",
                body: .form(["starts_on": .date, "ends_before": .date]), .done, refusals: [.conflict])
        ) { change in
            let sent: SentDays = try change.read()
            guard let part = Period(start: sent.startsOn, end: sent.endsBefore) else {
                throw Rejection.invalid("ends_before", "date.order", ["after": sent.startsOn.description])
            }
            return try await change.done(
                ProrateCharge(charge: try change.visit.context.id("charge"), part: part))
        },
        Endpoint(
            post: "/employers/{employer}/commitments", CommitFees.self,
            Operation(
                "commitFees", "A named person of the payer commits to charges of a cohort",
                body: .form(["cohort": .id, "charges": .list(.id), "name": .text]), .created, refusals: [.conflict])
        ) { change in
            let sent: SentCommitment = try change.read()
            let id: CommitmentID = change.visit.newID()
            let command = CommitFees(
                id: id, payer: try change.visit.employer().id, cohort: sent.cohort, charges: sent.charges,
                name: sent.name)
            return try await change.made(id, by: command)
        },
    ]

    private static let heaviest = 1_000_000_000
}

private struct SentDivision: Decodable {
    struct Share: Decodable {
        let payer: String
        let weight: Int64
    }

    let shares: [Share]
}

private struct SentDays: Decodable { let startsOn, endsBefore: LocalDate }

private struct SentCommitment: Decodable {
    let cohort: CohortID
    let charges: [ChargeID]
    let name: String
}
