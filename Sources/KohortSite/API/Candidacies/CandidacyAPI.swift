import Hummingbird
import KohortCore
import KohortWeb
import Recruitment

/// Starting somebody's candidacy from another system, and ending one at its applicant's request.
enum CandidacyAPI {
    static let endpoints = [
        Endpoint(
            post: "/rounds/{round}/candidacies", SaveDraft.self,
            Operation(
                "startCandidacy",
                "Saves a draft for somebody, who adds the documents and sends it in by the link of the answer",
                body: SentCandidacy.shape, started, refusals: [.conflict], isPublic: true),
            start),
        Endpoint(
            post: "/candidacies/{candidacy}/withdrawal", WithdrawCandidacy.self,
            Operation("withdrawCandidacy", "Ends a candidacy at its applicant's request", .done, refusals: [.conflict])
        ) { change in
            try await change.done(WithdrawCandidacy(candidacy: try change.visit.context.id("candidacy")))
        },
    ]

    private static let started = Success(
        status: .created, schema: .object(["id": .id, "state": .choice(CandidacyState.self), "link": .text]),
        isPaged: false)

    private static func start(_ change: Change) async throws -> Response {
        let (visit, sent): (Visit, SentCandidacy) = (change.visit, try change.read())
        let call = try await visit.fetch(PublishedCall(.slug(try visit.context.slug("round"))))
        let command = SaveDraft(id: visit.newID(), round: call.round, form: sent.form(in: visit.language))
        let receipt = try await change.perform(command)
        return .json(.created) { json in
            json.object { json in
                json.member("id", receipt.candidacy)
                json.member("state", receipt.state.rawValue)
                json.member("link", visit.privateLink(receipt.candidacy))
            }
        }
    }
}
