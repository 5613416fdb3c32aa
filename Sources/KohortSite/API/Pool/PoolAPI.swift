import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

/// A released pool as one employer works through it, with its own marks and nobody else's.
enum PoolAPI {
    static let endpoints = [
        Endpoint(
            .get, "/employers/{employer}/pool", .query(CandidacyPool.name),
            Operation(
                "listPool", "The released pool of a round by registration number, fifty a page",
                query: [.round] + Parameter.poolFilter, .page(.employerPool), refusals: [.conflict]),
            list),
        Endpoint(
            .get, "/employers/{employer}/pool/{candidacy}", .command(OpenCandidacy.name),
            Operation(
                "showPoolCandidacy", "One candidacy of the pool; that it is opened stands in the journal",
                .ok(.employerCandidacy), refusals: [.conflict, .gone]),
            show),
        Endpoint(
            post: "/employers/{employer}/pool/{candidacy}/assessment", AssessCandidacy.self,
            Operation(
                "assessCandidacy", "Says whether a candidacy is qualified, in place of what was said before",
                body: .form(
                    ["verdict": .choice(Verdict.self)],
                    optional: ["reasons": .list(.choice(AssessmentReason.self)), "note": .text]),
                .done, refusals: [.conflict])
        ) { change in
            let sent: SentAssessment = try change.read()
            return try await change.done(
                AssessCandidacy(
                    candidacy: try change.visit.context.id("candidacy"),
                    organisation: try change.visit.employer().id, verdict: sent.verdict, reasons: sent.reasons ?? [],
                    note: sent.note ?? ""))
        },
    ]

    private static func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let employer = try visit.ownEmployer()
        let query = try QueryParameters(request)
        let pool = try await visit.fetch(
            CandidacyPool(
                round: .slug(try query.slug("round")), organisation: employer.id, filter: try PoolFilter(query),
                after: try query.after().map { Int($0) }))
        return .page(after: pool.next, request) { json in
            json.object { json in
                json.pool(pool)
                json.member("left", pool.left)
                json.member("candidacies", list: pool.candidates) { json, candidate in
                    json.object { json in
                        json.candidate(candidate)
                        json.marks(candidate)
                    }
                }
            }
        }
    }

    private static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let employer = try visit.ownEmployer()
        let candidacy: CandidacyID = try visit.context.id("candidacy")
        _ = try await visit.perform(OpenCandidacy(candidacy: candidacy))
        let answer = try await visit.fetch(CandidacyInPool(candidacy: candidacy, organisation: employer.id))
        return .json { json in
            json.object { json in
                json.candidacy(answer)
                json.marks(answer)
            }
        }
    }
}

private struct SentAssessment: Decodable {
    let verdict: Verdict
    let reasons: [AssessmentReason]?
    let note: String?
}
