import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// The journal as a feed. Numbers rise and are never given twice; what the reader may not see leaves gaps.
enum EventAPI {
    static let endpoints = [
        Endpoint(
            .get, "/events", .query(JournalFeed.name),
            Operation(
                "listEvents", "What happened after a number, oldest first",
                query: [
                    Parameter("after", .whole(from: 0, to: nil), "The number of the last event that is known"),
                    Parameter("limit", .whole(from: 1, to: Paging.highestLimit), "At most so many; 50 if not given"),
                ], .ok(shape)),
            list)
    ]

    private static let shape = Shape.object([
        "events": .list(
            .object([
                "number": .integer, "at": .instant, "name": .text, "actor": .text, "because": .nullable(.integer),
                "subject": .object(["kind": .text, "id": .text]), "organisation": .nullable(.organisation),
                "data": .open,
            ])),
        "after": .integer,
    ])

    private static func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let query = try QueryParameters(request)
        let (after, limit) = (try query.after() ?? 0, try Paging(query).limit)
        let entries = try await visit.fetch(JournalFeed(after: after, limit: limit))
        let names = try entries.map { entry in try entry.organisation.map { try visit.organisationName($0) } }
        return .json { json in
            json.object { json in
                json.member("events", list: entries.indices) { $0.event(entries[$1], by: names[$1]) }
                json.member("after", entries.last?.number ?? after)
            }
        }
    }
}
