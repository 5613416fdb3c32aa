import Foundation
import HTTPTypes
import KohortTesting

/// The consortium's website, which reads the JSON API by a token.
struct OtherSystem: Sendable {
    let installation: Installation
    let tenant: String
    let token: String

    func get(_ path: String) async throws -> TestResponse {
        let headers: HTTPFields = [.authorization: "Bearer \(token)"]
        return try await installation.send(.get, "/\(tenant)/api/v1\(path)", headers)
    }

    func demands() async throws -> [DemandLine] {
        let answer: Demands = try await get("/rounds/first-call/demands").read()
        return answer.demands
    }

    func offers() async throws -> [OfferLine] {
        let answer: Offers = try await get("/rounds/first-call/offers").read()
        return answer.offers
    }

    /// All events, read to the end a page at a time.
    func events() async throws -> [EventLine] {
        var (all, after) = ([EventLine](), 0)
        while true {
            let page: Events = try await get("/events?after=\(after)&limit=200").read()
            if page.events.isEmpty { return all }
            (all, after) = (all + page.events, page.after)
        }
    }

    struct Organisation: Decodable { let slug: String }

    struct DemandLine: Decodable {
        let id: String
        let organisation: Organisation
        let title: String
        let asked, positions: Int
        let state: String
        let late: Bool
    }

    struct OfferLine: Decodable {
        let id, candidacy, demand: String
        let organisation: Organisation
        let state, respond_by: String
        let reason: String?
    }

    struct EventLine: Decodable {
        struct Subject: Decodable { let kind, id: String }

        let number: Int
        let name, actor: String
        let subject: Subject
    }

    private struct Demands: Decodable { let demands: [DemandLine] }
    private struct Offers: Decodable { let offers: [OfferLine] }
    private struct Events: Decodable {
        let events: [EventLine]
        let after: Int
    }
}
