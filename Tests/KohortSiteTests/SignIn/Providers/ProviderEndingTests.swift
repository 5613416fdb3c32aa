import Foundation
import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

/// OpenID Connect Back-Channel Logout 1.0: a provider says itself that somebody has signed out there.
@Suite struct `Signing out at a provider` {
    @Test(arguments: ["RS256", "PS256", "ES256"])
    func `ends the sign-in here at the next request, and is answered 200 that nobody keeps`(
        _ algorithm: String
    ) async throws {
        try await ProviderWorld.run { world in
            world.provider.sign(by: algorithm)
            let cookie = try await world.cookie()
            #expect(try await world.isIn(cookie))
            let answer = try await world.say(try SignOutToken(world.provider).text)
            #expect(answer.status == .ok && answer.text.isEmpty)
            #expect(answer.headers[.cacheControl] == "no-store" && answer.headers[.setCookie] == nil)
            #expect(try await !world.isIn(cookie))
        }
    }

    @Test(arguments: Lie.ofSignOut)
    func `is not believed of a token that does not hold, and is of its twin`(_ lie: Lie) async throws {
        try await ProviderWorld.run { world in
            let cookie = try await world.cookie()
            world.provider.tell(lie)
            let refused = try await world.say(try SignOutToken(world.provider).text)
            #expect(refused.status == .badRequest, "\(lie)")
            #expect(refused.headers[.contentType] == "application/json")
            #expect(refused.headers[.cacheControl] == "no-store")
            let error = try JSONDecoder().decode([String: String].self, from: Data(refused.text.utf8))
            #expect(error["error"] == "invalid_request" && error.count == 2)
            #expect(try await world.isIn(cookie), "\(lie)")
            world.provider.tell(nil)
            #expect(try await world.say(try SignOutToken(world.provider).text).status == .ok)
            #expect(try await !world.isIn(cookie), "\(lie)")
        }
    }

    @Test(arguments: [nil, "logout+jwt", "application/logout+jwt", "JWT"])
    func `need not say what its token is for, but says nothing else`(_ type: String?) async throws {
        try await ProviderWorld.run { world in
            let cookie = try await world.cookie()
            let other = try SignOutToken(world.provider, type: "secevent+jwt")
            #expect(try await world.say(other.text).status == .badRequest)
            #expect(try await world.isIn(cookie))
            #expect(try await world.say(try SignOutToken(world.provider, type: type).text).status == .ok)
            #expect(try await !world.isIn(cookie))
        }
    }

    @Test func `is not told by the token of a sign-in`() async throws {
        try await ProviderWorld.run { world in
            let cookie = try await world.cookie()
            let question = StrictProvider.Question(nonce: "a", challenge: "b", redirect: "c", isAgain: false)
            #expect(try await world.say(try ProviderToken(world.provider, question).text).status == .badRequest)
            #expect(try await world.isIn(cookie))
            #expect(try await world.say(try SignOutToken(world.provider).text).status == .ok)
            #expect(try await !world.isIn(cookie))
        }
    }

    @Test func `ends one session where one is named, and all of a subject's otherwise`() async throws {
        try await ProviderWorld.run { world in
            let (one, other) = (try await world.cookie(session: "s-1"), try await world.cookie(session: "s-2"))
            let byLink = try #require(try await world.site.cookie(of: .lead))
            let third = try SignOutToken(world.provider, subject: nil, session: "s-3")
            #expect(try await world.say(third.text).status == .ok)
            #expect(try await world.isIn(one))
            let first = try SignOutToken(world.provider, subject: nil, session: "s-1")
            #expect(try await world.say(first.text).status == .ok)
            #expect(try await !world.isIn(one))
            #expect(try await world.isIn(other))
            let again = try await world.cookie(session: "s-4")
            let both = try SignOutToken(world.provider, session: "s-2")
            #expect(try await world.say(both.text).status == .ok)
            #expect(try await !world.isIn(other))
            #expect(try await world.isIn(again))
            #expect(try await world.say(try SignOutToken(world.provider).text).status == .ok)
            #expect(try await !world.isIn(again))
            #expect(try await world.isIn(byLink), "signed in by a link, not there")
        }
    }

    @Test func `ends a sign-in whose session it never named with any of its subject's`() async throws {
        try await ProviderWorld.run { world in
            let unnamed = try await world.cookie()
            let other = try SignOutToken(world.provider, subject: "person-2", session: "s-1")
            #expect(try await world.say(other.text).status == .ok)
            #expect(try await world.isIn(unnamed))
            #expect(try await world.say(try SignOutToken(world.provider, session: "s-1").text).status == .ok)
            #expect(try await !world.isIn(unnamed))
        }
    }

    @Test func `is about the person whom it names and nobody else`() async throws {
        try await ProviderWorld.run { world in
            world.provider.become("person-2")
            #expect(try await world.link(as: .coordinator("umea")).status == .seeOther)
            let (lead, coordinator) = (try await world.cookie(), try await world.cookie("person-2"))
            #expect(try await world.say(try SignOutToken(world.provider, subject: "person-2").text).status == .ok)
            #expect(try await !world.isIn(coordinator))
            #expect(try await world.isIn(lead))
            let unknown = try SignOutToken(world.provider, subject: "person-3")
            #expect(try await world.say(unknown.text).status == .ok, "who is out already is out")
        }
    }

    @Test func `knows Entra's people by their subject there, which their account does not go by`() async throws {
        try await ProviderWorld.run(keyedBy: .directoryObject) { world in
            let cookie = try await world.cookie("a subject of this application's")
            #expect(try await world.say(try SignOutToken(world.provider).text).status == .ok)
            #expect(try await world.isIn(cookie))
            let named = try SignOutToken(world.provider, subject: "a subject of this application's")
            #expect(try await world.say(named.text).status == .ok)
            #expect(try await !world.isIn(cookie))
        }
    }

    @Test func `is believed once, for as long as its token would be good`() async throws {
        try await ProviderWorld.run { world in
            let token = try SignOutToken(world.provider, number: "number 1").text
            #expect(try await world.say(token).status == .ok)
            let cookie = try await world.cookie()
            for time in ["09:00:00", "09:02:59"] {
                world.site.move(to: "2026-11-20T\(time)Z")
                let again = try await world.say(token)
                #expect(again.status == .badRequest && again.text.contains("repeated"), "\(time)")
            }
            let sameNumber = try SignOutToken(world.provider, number: "number 1", made: 60).text
            #expect(try await world.say(sameNumber).text.contains("repeated"))
            #expect(try await world.isIn(cookie))
            world.site.move(to: "2026-11-20T09:03:00Z")
            #expect(try await world.say(token).text.contains("expired"))
            #expect(try await world.isIn(cookie))
            #expect(try await world.say(try SignOutToken(world.provider, made: 180).text).status == .ok)
            #expect(try await !world.isIn(cookie))
        }
    }

    @Test func `is a form with one token, whatever else is in it`() async throws {
        try await ProviderWorld.run { world in
            let cookie = try await world.cookie()
            let token = try SignOutToken(world.provider).text
            #expect(try await world.say(token, "&logout_token=\(token)").status == .badRequest)
            #expect(try await world.say("").status == .badRequest)
            let path = "/sign-in/with/strict/sign-out"
            let file = SentFile(field: "logout_token", name: "token", content: token)
            #expect(try await world.site.send(.post, path, as: .nobody, file: file).status == .badRequest)
            #expect(try await world.site.send(.get, path, as: .nobody).status == .methodNotAllowed)
            #expect(try await world.isIn(cookie))
            #expect(try await world.say(token, "&state=more").status == .ok)
            #expect(try await !world.isIn(cookie))
        }
    }

    @Test func `is taken at the provider's own address, in the consortium where it is set`() async throws {
        try await ProviderWorld.run { world in
            let cookie = try await world.cookie()
            let token = try SignOutToken(world.provider).text
            let unknown = try await world.say(token, at: "unknown")
            #expect(unknown.status == .notFound)
            #expect(unknown.headers[.contentType] == "application/problem+json")
            try await world.site.define("romerike")
            #expect(try await world.say(token, of: "romerike").status == .notFound)
            #expect(try await world.isIn(cookie))
            #expect(try await world.say(token).status == .ok)
        }
    }

    @Test func `stands in the journal without whom the provider knows, and nothing does where nobody was in`()
        async throws
    {
        try await ProviderWorld.run { world in
            for _ in 0..<2 { _ = try await world.cookie() }
            #expect(try await world.say(try SignOutToken(world.provider).text).status == .ok)
            #expect(try await world.say(try SignOutToken(world.provider).text).status == .ok)
            let lines = try await world.site.use { open in
                try await open.store.fetch(Endings(), by: .operator, at: world.site.now)
            }
            #expect(lines.count == 1)
            let members =
                try JSONSerialization.jsonObject(with: Data(try #require(lines.first).utf8)) as? [String: Any] ?? [:]
            #expect(Set(members.keys) == ["person", "provider", "count"])
            #expect(members["provider"] as? String == "strict" && members["count"] as? Int == 2)
            world.provider.tell(.signedByAnotherKey)
            _ = try await world.say(try SignOutToken(world.provider).text)
            #expect(world.site.logs.text.contains("sign-out by a provider"))
            #expect(!world.site.logs.text.contains("person-1"))
        }
    }

    @Test func `is slowed like whatever else can be guessed at`() async throws {
        try await ProviderWorld.run(limitFactor: 1) { world in
            for _ in 1...600 {
                let refused = try await world.say("nonsense")
                #expect(refused.status == .badRequest)
            }
            let stopped = try await world.say("nonsense")
            #expect(stopped.status == .tooManyRequests && stopped.headers[.retryAfter] == "1")
        }
    }

    @Test func `is forgotten with the sign-in that it ended`() async throws {
        try await ProviderWorld.run { world in
            _ = try await world.cookie()
            #expect(try await world.say(try SignOutToken(world.provider).text).status == .ok)
            let kept = [
                "2026-11-20T09:02:59Z": [1, 1], "2026-11-20T09:03:00Z": [1, 0], "2027-02-18T08:59:59Z": [1, 0],
                "2027-02-18T09:00:00Z": [0, 0],
            ]
            for (time, rows) in kept.sorted(by: { $0.key < $1.key }) {
                let left = try await world.site.use { open in
                    _ = try await open.store.perform(SweepSignIns(), by: .system, at: .at(time))
                    return try await open.store.fetch(Kept(), by: .operator, at: .at(time))
                }
                #expect(left == rows, "\(time)")
            }
        }
    }

    /// What is remembered of the provider's sessions, and of its words.
    private struct Kept: KohortStore.Query {
        static let permission = Permission.readJournal
        let scope = Scope.consortium

        func fetch(in read: borrowing Read) throws -> [Int] {
            [
                try read.count("select count(*) from provider_session"),
                try read.count("select count(*) from provider_ending"),
            ]
        }
    }

    /// The payloads of what was recorded.
    private struct Endings: KohortStore.Query {
        static let permission = Permission.readJournal
        let scope = Scope.consortium

        func fetch(in read: borrowing Read) throws -> [String] {
            try read.all("select payload from journal where name = \(ProviderSessionsEnded.name)") {
                try $0[0] as String
            }
        }
    }
}
