import HTTPTypes
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `Showing again by a provider who one is` {
    private static let page = "/me/address"

    @Test func `sends the browser to sign in anew there, and leads back to the page that was wanted`() async throws {
        try await ProviderWorld.run { world in
            let ordinary = try await world.leave()
            #expect(!ordinary.url.contains("prompt=") && !ordinary.url.contains("max_age="))
            let session = try #require(try await world.signIn().session)
            let asked = try await world.site.send(.get, Self.page, as: .nobody, cookie: session)
            #expect(asked.location == "/norra-norrland/me/confirmation")
            let both = "\(session); \(asked.cookie(named: "kohort_wanted"))"
            let ways = try await world.site.send(.get, "/me/confirmation", as: .nobody, cookie: both).text
            #expect(ways.contains("href=\"/norra-norrland/sign-in/with/strict?again=1\""))
            let way = try await world.leave("strict?again=1")
            #expect(way.url.contains("prompt=login") && way.url.contains("max_age=0"))
            let back = try world.provider.authorise(way.url)
            let answer = try await world.arrive(back, cookie: "\(both); \(way.cookie)")
            #expect(answer.location == "/norra-norrland" + Self.page)
            let fresh = try #require(answer.session)
            #expect(try await world.site.send(.get, Self.page, as: .nobody, cookie: fresh).status == .ok)
        }
    }

    @Test(arguments: Lie.ofPresence)
    func `refuses an answer that does not say they signed in there just now, and takes its twin`(
        _ lie: Lie
    ) async throws {
        try await ProviderWorld.run { world in
            world.provider.tell(lie)
            let refused = try await world.again()
            #expect(refused.status == .forbidden)
            #expect(refused.session == nil)
            #expect(refused.text.contains("does not say that you signed in there just now"))
            #expect(refused.text.contains("href=\"/norra-norrland/me/confirmation\""))
            world.provider.tell(nil)
            #expect(try await world.again().status == .seeOther)
        }
    }

    @Test func `takes a sign-in there of a minute before it was asked for, and none of earlier`() async throws {
        try await ProviderWorld.run { world in
            world.site.move(to: "2026-11-20T09:01:00Z")
            let timely = try await world.again()
            #expect(timely.status == .seeOther)
            world.site.move(to: "2026-11-20T09:01:00.001Z")
            let late = try await world.again()
            #expect(late.status == .forbidden)
        }
    }

    @Test func `an ordinary sign-in does for all but what asks who one is again`() async throws {
        try await ProviderWorld.run { world in
            for lie in Lie.ofPresence {
                world.provider.tell(lie)
                let session = try #require(try await world.signIn().session)
                #expect(try await world.site.send(.get, "/staff", as: .nobody, cookie: session).status == .ok)
                let asked = try await world.site.send(.get, Self.page, as: .nobody, cookie: session)
                #expect(asked.location == "/norra-norrland/me/confirmation", "\(lie)")
            }
        }
    }
}

extension ProviderWorld {
    fileprivate func again() async throws -> TestResponse {
        let way = try await leave("strict?again=1")
        return try await arrive(try provider.authorise(way.url), cookie: way.cookie)
    }
}
