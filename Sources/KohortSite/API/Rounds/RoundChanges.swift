import Hummingbird
import KohortCore
import KohortWeb
import Recruitment

/// What the programme office does with a round.
enum RoundChanges {
    static let endpoints = [
        Endpoint(
            post: "/rounds/{round}/call", PublishCall.self,
            Operation(
                "publishCall", "Publishes the joint call in channels of the round", body: channels, .done,
                refusals: [.conflict])
        ) { change in
            let sent: SentCall = try change.read()
            return try await change.done(
                PublishCall(round: try await change.visit.addressedRound(), channels: try sent.slugs()))
        },
        Endpoint(
            post: "/rounds/{round}/deadlines", MoveDeadlines.self,
            Operation(
                "moveDeadlines", "Gives the round other dates, all of them at once; what is left out or null is none",
                body: deadlines, .done, refusals: [.conflict])
        ) { change in
            let sent: Deadlines = try change.read()
            return try await change.done(
                MoveDeadlines(round: try await change.visit.addressedRound(), deadlines: sent))
        },
        Endpoint(
            post: "/rounds/{round}/release", ReleasePool.self,
            Operation("releasePool", "Releases the whole pool to all employers", .done, refusals: [.conflict])
        ) { change in
            try await change.done(ReleasePool(round: try await change.visit.addressedRound()))
        },
        Endpoint(
            post: "/rounds/{round}/closure", CloseRound.self,
            Operation("closeRound", "Ends the round and what is open in it", .done, refusals: [.conflict])
        ) { change in
            try await change.done(CloseRound(round: try await change.visit.addressedRound()))
        },
    ]

    private static let channels = Shape.form(["channels": .list(.slug)])
    private static let deadlines = Shape.form(
        ["apply_by": .date],
        optional: ["demand_by": .nullable(.date), "rank_by": .nullable(.date), "hire_by": .nullable(.date)])
}

private struct SentCall: Decodable {
    let channels: [String]

    /// Throws all that are none of the slugs there can be.
    func slugs() throws(Rejection) -> [Slug] {
        let slugs = channels.map { try? Slug($0) }
        try slugs.enumerated().filter { $0.element == nil }
            .map { FieldProblem("channels.\($0.offset + 1)", "channel.unknown") }.throwIfAny()
        return slugs.compactMap(\.self)
    }
}
