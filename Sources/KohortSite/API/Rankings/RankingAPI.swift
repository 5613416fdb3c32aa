import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Tenancy

/// An employer's ranked list (KS11-12). The programme office may read and arrange it, and never certify it (BR-4).
enum RankingAPI {
    static let endpoints = [
        Endpoint(
            .get, "/employers/{employer}/rankings/{round}", .query(RankingBoard.name),
            Operation(
                "showRanking", "The ranked list with what became of everybody on it", .ok(.board),
                refusals: [.conflict])
        ) { _, visit in
            let board = try await visit.fetch(
                RankingBoard(round: .slug(try visit.context.slug("round")), organisation: try visit.employer().id))
            return .json { json in json.object { $0.board(board) } }
        },
        Endpoint(
            post: "/employers/{employer}/rankings/{round}", ArrangeRanking.self,
            Operation(
                "arrangeRanking", "Puts another list in the place of the ranked one, the most wanted first",
                body: .form(["candidacies": .list(.id)], optional: ["seen": .nullable(.instant)]), .done,
                refusals: [.conflict])
        ) { change in
            let (sent, seen): (SentRanking, SentSeen) = (try change.read(), try change.read())
            return try await change.done(
                ArrangeRanking(
                    round: try await change.visit.addressedRound(), organisation: try change.visit.employer().id,
                    candidacies: sent.candidacies, seen: seen.instant))
        },
        Endpoint(
            post: "/employers/{employer}/rankings/{round}/certification", CertifyRanking.self,
            Operation(
                "certifyRanking", "Declares the list to be the employer's own",
                body: .form([:], optional: ["seen": .nullable(.instant)]), .done, refusals: [.conflict])
        ) { change in
            let seen: SentSeen = try change.read()
            return try await change.done(
                CertifyRanking(
                    round: try await change.visit.addressedRound(), organisation: try change.visit.employer().id,
                    seen: seen.instant))
        },
    ]
}

private struct SentRanking: Decodable {
    let candidacies: [CandidacyID]
}

/// `changed_at` of the list that the author had before them; without it, whatever is there is meant.
private struct SentSeen: Decodable {
    private let seen: String?

    var instant: Instant? { seen.flatMap { Instant($0) } }
}
