import Foundation
import HTTPTypes
import KohortCore
import KohortTesting
import KohortWeb
import Tenancy
import Testing

@testable import KohortSite

struct RateRulesTests {
    @Test func `every line of the table is for routes that there are`() async throws {
        let routes = try await RoundSite().site.routes(isReady: { true })
        let entries = routes.flatMap { route -> [RateRule.Target] in
            switch route.entry {
            case .command(let name), .query(let name): [.entry(name), .pattern(route.pattern)]
            case .plumbing: []
            }
        }
        for rule in RateRule.all {
            #expect(rule.targets.isSubset(of: entries), "\(rule.name)")
        }
    }

    @Test func `the table in Docs/operations.md says the same`() throws {
        let root = URL(fileURLWithPath: #filePath).pathComponents.prefix { $0 != "Tests" }.joined(separator: "/")
        let text = try String(contentsOfFile: "\(root)/Docs/operations.md", encoding: .utf8)
        for rule in RateRule.all {
            let window = rule.limit.each == .seconds(60) ? "a minute" : "ten minutes"
            let row = "| \(rule.name) | \(rule.limit.times) | \(window) | \(rule.counted.rawValue) |"
            #expect(text.contains(row), "\(row)")
        }
    }

    private func verify(_ site: RoundSite, language: String = "en") async throws -> TestResponse {
        try await site.send(.get, "/verification?code=2222-2222-2222", as: .nobody, language: language)
    }

    @Test func `beyond the limit it is 429 in the reader's language, with how long to wait`() async throws {
        let site = try await RoundSite(limitFactor: 1)
        for _ in 1...30 { #expect(try await verify(site).status != .tooManyRequests) }
        let stopped = try await verify(site, language: "sv")
        #expect(stopped.status == .tooManyRequests)
        #expect(stopped.headers[.retryAfter] == "2")
        #expect(stopped.text.contains("<h1>För många försök</h1>") && stopped.text.contains("Försök igen om 1 minut."))
        #expect(stopped.headers[.cacheControl] == "no-store")
        site.move(to: "2026-11-20T09:00:02Z")
        #expect(try await verify(site).status != .tooManyRequests)
    }

    @Test func `pages and API are counted together, and the API answers a problem`() async throws {
        let site = try await RoundSite(limitFactor: 1)
        for _ in 1...30 { _ = try await verify(site) }
        let stopped = try await SystemClient(site).get("/documents/2222-2222-2222")
        #expect(stopped.status == .tooManyRequests && stopped.code == "rate.limited")
        #expect(try stopped.members["retry_after"] as? Int == 2)
        #expect(try await SystemClient(site).get("/vacancies").status == .ok)
    }

    @Test func `one account's exports are not another's`() async throws {
        let site = try await RoundSite(limitFactor: 1)
        let exported = "/report/results.csv"
        for _ in 1...120 { #expect(try await site.send(.get, exported, as: .lead).status == .ok) }
        #expect(try await site.send(.get, exported, as: .lead).status == .tooManyRequests)
        #expect(try await site.send(.get, exported, as: .coordinator("umea")).status == .forbidden)
    }

    @Test func `an installation may allow more`() async throws {
        let site = try await RoundSite(limitFactor: 2)
        for _ in 1...60 { #expect(try await verify(site).status != .tooManyRequests) }
        #expect(try await verify(site).status == .tooManyRequests)
    }

    @Test func `networks are told apart by what our own proxy says, and by nobody else's word`() async throws {
        let own = try #require(AddressBlock("127.0.0.0/8"))
        let trusting = try await RoundSite(limitFactor: 1, proxies: [own])
        #expect(try await statuses(trusting) == [.tooManyRequests, .notFound])
        let doubting = try await RoundSite(limitFactor: 1)
        #expect(try await statuses(doubting) == [.tooManyRequests, .tooManyRequests])
    }

    /// The 31st request of one forwarded address, and the first of another, over a socket.
    private func statuses(_ site: RoundSite) async throws -> [HTTPResponse.Status] {
        try await whileListening(try site.site.listener(isReady: { true }, port: 0)) { port in
            func status(_ address: String) async throws -> HTTPResponse.Status {
                let headers: HTTPFields = [HTTPField.Name("X-Forwarded-For")!: "203.0.113.9, \(address)"]
                let path = "/\(site.tenant)/api/v1/documents/2222-2222-2222"
                return try await RawConnection.answer(port: port, uri: path, method: .get, headers: headers).status
            }
            for _ in 1...30 { _ = try await status("198.51.100.1") }
            return [try await status("198.51.100.1"), try await status("198.51.100.2")]
        }
    }
}
