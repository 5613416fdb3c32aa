import Hummingbird
import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// The second entrance (KS11-15): an employer enrols a graduate whom it has hired itself.
enum NominationChanges {
    static let endpoints = [
        Endpoint(
            post: "/employers/{employer}/nominations", NominateHire.self,
            Operation(
                "nominateHire", "Enrols the employer's own new hire", body: shape, .created, refusals: [.conflict])
        ) { change in
            let sent: SentNomination = try change.read()
            let id: NominationID = change.visit.newID()
            let command = NominateHire(
                nomination: id, round: try await change.visit.sentRound(sent.round),
                organisation: try change.visit.employer().id, hire: sent.hire(in: change.visit.language))
            return try await change.made(id, by: command)
        },
        Endpoint(
            post: "/employers/{employer}/nominations/{nomination}/withdrawal", WithdrawNomination.self,
            Operation("withdrawNomination", "Takes a nomination back", .done, refusals: [.conflict])
        ) { change in
            try await change.done(
                WithdrawNomination(
                    nomination: try change.visit.context.id("nomination"),
                    organisation: try change.visit.employer().id))
        },
    ]

    private static let shape = Shape.form(
        ["round": .slug, "name": .text, "email": .string(format: "email"), "field": .text, "hired_on": .date],
        optional: ["contract": .choice(ContractKind.self), "language": .choice(Language.self)])
}

private struct SentNomination: Decodable {
    let round, name, field: String
    let email: EmailAddress
    let hiredOn: LocalDate
    let contract: ContractKind?
    let language: Language?

    func hire(in reader: Language) -> NominateHire.Hire {
        NominateHire.Hire(
            name: name, email: email, language: language ?? reader, field: field, contract: contract,
            hiredOn: hiredOn)
    }
}
