import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// What members, trainees and supervisors found, in their own words.
enum EvaluationAPI {
    static let endpoints = [
        Endpoint(
            .get, "/cohorts/{cohort}/evaluations", .query(EvaluationsOfCohort.name),
            Operation("listEvaluations", "All evaluations of a cohort; for the programme office", .ok(shape))
        ) { _, visit in
            answer(try await visit.fetch(EvaluationsOfCohort(cohort: try await visit.cohortID())), visit)
        },
        Endpoint(
            post: "/cohorts/{cohort}/evaluations", EvaluateCohort.self,
            Operation(
                "evaluateCohort", "A member's part of the joint evaluation (NOR-8)",
                body: .form(["employer": .slug, "text": .text]), .created, refusals: [.conflict])
        ) { change in
            let (employer, sent): (NamedEmployer, SentText) = (try change.read(), try change.read())
            let id: EvaluationID = change.visit.newID()
            let command = EvaluateCohort(
                evaluation: id, cohort: try await change.visit.cohortID(),
                organisation: try change.visit.sentOrganisation(employer.employer, "employer"), text: sent.text)
            return try await change.made(id, by: command)
        },
        Endpoint(
            .get, "/trainees/{trainee}/evaluations", .query(EvaluationsOfTrainee.name),
            Operation("listTraineeEvaluations", "Of a trainee's placements, and by the trainee", .ok(shape))
        ) { _, visit in
            answer(try await visit.fetch(EvaluationsOfTrainee(trainee: try visit.trainee())), visit)
        },
        Endpoint(
            post: "/trainees/{trainee}/evaluations", EvaluateProgramme.self,
            Operation(
                "evaluateProgramme", "The trainee's evaluation of the programme", body: text, .created,
                refusals: [.conflict])
        ) { change in
            let sent: SentText = try change.read()
            let id: EvaluationID = change.visit.newID()
            let command = EvaluateProgramme(evaluation: id, trainee: try change.visit.trainee(), text: sent.text)
            return try await change.made(id, by: command)
        },
        Endpoint(
            post: "/placements/{placement}/evaluations", EvaluatePlacement.self,
            Operation(
                "evaluatePlacement", "The supervisor's evaluation of a placement", body: text, .created,
                refusals: [.conflict])
        ) { change in
            let sent: SentText = try change.read()
            let id: EvaluationID = change.visit.newID()
            let command = EvaluatePlacement(evaluation: id, placement: try change.visit.placement(), text: sent.text)
            return try await change.made(id, by: command)
        },
    ]

    private static let text = Shape.form(["text": .text])
    private static let shape = Shape.object([
        "evaluations": .list(
            .object([
                "id": .id, "placement": .nullable(.id), "trainee": .nullable(.id), "employer": .nullable(.slug),
                "text": .text, "given_at": .instant,
            ]))
    ])

    private static func answer(_ evaluations: [Evaluation], _ visit: Visit) -> Response {
        let slugs = visit.organisationSlugs
        return .json { json in
            json.object { $0.member("evaluations", list: evaluations) { $0.evaluation($1, slugs) } }
        }
    }
}

private struct SentText: Decodable {
    let text: String
}

extension JSONWriter {
    fileprivate mutating func evaluation(_ evaluation: Evaluation, _ slugs: [OrganisationID: Slug]) {
        object { json in
            json.member("id", evaluation.id)
            json.member("placement", evaluation.of.placement)
            json.member("trainee", evaluation.of.trainee)
            json.member("employer", evaluation.of.member.flatMap { slugs[$0] })
            json.member("text", evaluation.text)
            json.member("given_at", evaluation.givenAt)
        }
    }
}

extension Evaluation.Object {
    fileprivate var placement: PlacementID? { if case .placement(let id) = self { id } else { nil } }
    fileprivate var trainee: TraineeID? { if case .trainee(let id) = self { id } else { nil } }
    fileprivate var member: OrganisationID? { if case .member(let id) = self { id } else { nil } }
}
