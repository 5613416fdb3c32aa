import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment

/// The released pool as the programme office reads it: who applied and for what, without any employer's marks.
enum RoundPoolAPI {
    static let endpoints = [
        Endpoint(
            .get, "/rounds/{round}/candidacies", .query(CandidacyPool.name),
            Operation(
                "listCandidacies", "The released pool by registration number, fifty a page; for the programme office",
                query: [.after], .page(.pool), refusals: [.conflict]),
            list),
        Endpoint(
            .get, "/rounds/{round}/candidacies/{candidacy}", .command(OpenCandidacy.name),
            Operation(
                "showCandidacy", "One candidacy of the pool; that it is opened stands in the journal",
                .ok(.candidacy), refusals: [.conflict, .gone]),
            show),
    ]

    private static func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let reader = try await reader(visit)
        let pool = try await visit.fetch(
            CandidacyPool(
                round: .id(reader.round), organisation: reader.employer,
                after: try QueryParameters(request).after().map { Int($0) }))
        return .page(after: pool.next, request) { json in
            json.object { json in
                json.pool(pool)
                json.member("candidacies", list: pool.candidates) { json, candidate in
                    json.object { $0.candidate(candidate) }
                }
            }
        }
    }

    private static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let reader = try await reader(visit)
        let candidacy: CandidacyID = try visit.context.id("candidacy")
        _ = try await visit.perform(OpenCandidacy(candidacy: candidacy))
        let answer = try await visit.fetch(CandidacyInPool(candidacy: candidacy, organisation: reader.employer))
        guard answer.round.id == reader.round else { throw Rejection.notFound }
        return .json { json in json.object { $0.candidacy(answer) } }
    }

    /// The pool is every employer's, so one of them stands for all.
    private static func reader(_ visit: Visit) async throws -> (round: RoundID, employer: OrganisationID) {
        let answer = try await visit.fetch(RoundEmployers(round: .slug(try visit.context.slug("round"))))
        guard let employer = answer.employers.first else { throw Rejection.notFound }
        return (answer.round, employer.organisation)
    }
}
