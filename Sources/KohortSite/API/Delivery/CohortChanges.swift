import Delivery
import Hummingbird
import KohortCore
import KohortWeb

/// What is done with a whole cohort.
enum CohortChanges {
    static let endpoints = [
        Endpoint(
            post: "/cohorts/{cohort}/aims", ConfirmAims.self,
            Operation(
                "confirmAims", "Confirms that the aims are anchored in the employer's organisation",
                body: .form(["employer": .slug]), .done, refusals: [.conflict])
        ) { change in
            let sent: NamedEmployer = try change.read()
            return try await change.done(
                ConfirmAims(
                    cohort: try await change.visit.cohortID(),
                    organisation: try change.visit.sentOrganisation(sent.employer, "employer")))
        },
        Endpoint(
            post: "/cohorts/{cohort}/closing", CloseCohort.self,
            Operation(
                "closeCohort", "Closes a cohort that is over with its outcomes; nothing of it changes any more", .done,
                refusals: [.conflict])
        ) { change in
            try await change.done(CloseCohort(cohort: try await change.visit.cohortID()))
        },
        Endpoint(
            post: "/cohorts/{cohort}/trainees", EnterTrainee.self,
            Operation(
                "enterTrainee", "Enters a trainee of a cohort whose round was not held here", body: trainee, .created,
                refusals: [.conflict])
        ) { change in
            let (sent, contact): (SentTrainee, SentContact) = (try change.read(), try change.read())
            let id: TraineeID = change.visit.newID()
            let command = EnterTrainee(
                trainee: id, cohort: try await change.visit.cohortID(),
                employer: try change.visit.sentOrganisation(sent.employer, "employer"),
                contact: contact.contact(in: change.visit.language), field: sent.field, contract: sent.contract,
                startsOn: sent.startsOn)
            return try await change.made(id, by: command)
        },
    ]

    private static let trainee = Shape.form(
        SentContact.members + SentContact.optional
            + Shape.members(["employer": .slug, "field": .text, "contract": .choice(ContractKind.self)])
            + [Shape.Member(name: "starts_on", schema: .date, isRequired: false)])
}

private struct SentTrainee: Decodable {
    let employer, field: String
    let contract: ContractKind
    let startsOn: LocalDate?
}
