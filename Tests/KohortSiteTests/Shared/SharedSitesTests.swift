import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

/// One installation that two daemons serve, as a load balancer sends people to either.
@Suite(.enabled(if: TestEngine.isShared, "one process has a folder to itself"))
struct SharedSitesTests {
    @Test func `who signed in at one daemon is known at the other, and signed out at one is gone at both`() async throws
    {
        let one = try await RoundSite()
        let other = try await one.another()
        let cookie = try #require(try await one.cookie(of: .lead))
        for site in [one, other, one] {
            #expect(try await site.send(.get, "/staff", as: .nobody, cookie: cookie).status == .ok)
        }
        _ = try await other.send(.post, "/sign-out", as: .nobody, cookie: cookie)
        for site in [one, other] {
            #expect(try await site.send(.get, "/staff", as: .nobody, cookie: cookie).status != .ok)
        }
    }

    @Test func `a link opens once, at whichever daemon it is pressed first`() async throws {
        let one = try await RoundSite()
        let other = try await one.another()
        let link = try await one.invite(.lead)
        let results = await atOnce([one, other, one, other]) { site in
            try await site.send(.post, link, as: .nobody).headers[.setCookie] != nil
        }
        #expect(results.successes().count { $0 } == 1)
    }

    @Test func `what is taken at one daemon is taken from the other's limit`() async throws {
        let one = try await RoundSite(limitFactor: 1)
        let other = try await one.another()
        func verify(_ site: RoundSite) async throws -> HTTPResponse.Status {
            try await site.send(.get, "/verification?code=2222-2222-2222", as: .nobody).status
        }
        for _ in 1...15 {
            #expect(try await verify(one) != .tooManyRequests)
            #expect(try await verify(other) != .tooManyRequests)
        }
        #expect(try await verify(one) == .tooManyRequests)
        let stopped = try await other.send(.get, "/verification?code=2222-2222-2222", as: .nobody)
        #expect(stopped.status == .tooManyRequests)
        #expect(stopped.headers[.retryAfter] == "2")
        one.move(to: "2026-11-20T09:00:02Z")
        #expect(try await verify(other) != .tooManyRequests)
        #expect(try await verify(one) == .tooManyRequests)
    }

    @Test func `of sixty that press at two daemons at once, as many pass as the limit says`() async throws {
        let one = try await RoundSite(limitFactor: 1)
        let other = try await one.another()
        let results = await atOnce(Array(repeating: [one, other], count: 30).flatMap(\.self)) { site in
            try await site.send(.get, "/verification?code=2222-2222-2222", as: .nobody).status
        }
        #expect(results.failures().isEmpty)
        #expect(results.successes().count { $0 != .tooManyRequests } == 30)
    }

    @Test func `the database keeps no address of who was counted`() async throws {
        let site = try await RoundSite(limitFactor: 1)
        _ = try await site.send(.get, "/verification?code=2222-2222-2222", as: .nobody)
        let keys = try await site.countedKeys()
        #expect(keys.count == 1)
        #expect(keys.allSatisfy { $0.utf8.count == 44 })
    }
}

extension RoundSite {
    fileprivate func countedKeys() async throws -> [String] {
        try await kohort.registry.fetch(CountedKeys(), by: .operator, at: now)
    }
}

private struct CountedKeys: KohortStore.Query {
    static let permission = Permission.readTenants
    let scope = Scope.consortium
    func fetch(in read: borrowing Read) throws -> [String] { try read.all("select key from rate_limit") { try $0[0] } }
}
