import Hummingbird
import KohortCore
import KohortWeb
import Recruitment

/// Who opened whose application, and when (BC-8).
enum OpeningsDesk {
    static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let query = try QueryParameters(request)
        let candidacy = try query["candidacy"].map { text in
            guard let id = CandidacyID(text) else { throw Rejection.notFound }
            return id
        }
        let before = query["before"].flatMap { Int64($0) }
        let answer = try await visit.fetch(CandidacyOpenings(of: candidacy, before: before))
        return try visit.page(OpeningsScreen(visit, answer, of: candidacy, isLater: before != nil))
    }
}
