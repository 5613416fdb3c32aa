import Crypto
import Foundation
import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `Signing in` {
    @Test func `opening the link spends nothing and looks the same whatever the link is worth`() async throws {
        let world = try await RoundSite()
        let link = try await world.invite(.lead)
        for _ in 0..<3 { _ = try await world.send(.get, link, as: .nobody) }
        let real = try await world.send(.get, link, as: .nobody)
        let made = try await world.send(.get, "/sign-in/nonsense", as: .nobody)
        #expect([real.status, made.status] == [.ok, .ok])
        let secret = link.dropFirst("/sign-in/".count)
        #expect(real.text.replacing(secret, with: "nonsense") == made.text)
        #expect(try await world.send(.post, link, as: .nobody).status == .seeOther)
    }

    @Test func `the press leads each to their first room, with a cookie that scripts cannot read`() async throws {
        let world = try await RoundSite()
        let lead = try await world.send(.post, try await world.invite(.lead), as: .nobody)
        #expect(lead.location == "/norra-norrland/staff")
        let cookie = lead.headers[.setCookie] ?? ""
        #expect(cookie.hasPrefix("kohort_"))
        for part in ["; HttpOnly", "; SameSite=Lax", "; Max-Age=43200", "; Path=/"] { #expect(cookie.contains(part)) }
        let coordinator = try await world.send(.post, try await world.invite(.coordinator("umea")), as: .nobody)
        #expect(coordinator.location == "/norra-norrland/employer/umea")
    }

    @Test func `a link works once`() async throws {
        let world = try await RoundSite()
        let link = try await world.invite(.lead)
        _ = try await world.send(.post, link, as: .nobody)
        let second = try await world.send(.post, link, as: .nobody)
        #expect(second.status == .gone)
        #expect(second.headers[.setCookie] == nil)
        #expect(second.text.contains("This link no longer works"))
    }

    @Test func `a link works for a day`() async throws {
        let world = try await RoundSite()
        let (early, late) = (try await world.invite(.lead), try await world.invite(.coordinator("umea")))
        world.move(to: "2026-11-21T08:59:59Z")
        #expect(try await world.send(.post, early, as: .nobody).status == .seeOther)
        world.move(to: "2026-11-21T09:00:00Z")
        #expect(try await world.send(.post, late, as: .nobody).status == .gone)
    }

    @Test func `an unknown link is gone`() async throws {
        let world = try await RoundSite()
        #expect(try await world.send(.post, "/sign-in/nonsense", as: .nobody).status == .gone)
    }

    @Test func `a sign-in of staff ends after thirty minutes without use`() async throws {
        let world = try await RoundSite()
        let cookie = try await world.cookie(of: .lead)
        world.move(to: "2026-11-20T09:29:59Z")
        #expect(try await world.send(.get, "/staff", as: .nobody, cookie: cookie).status == .ok)
        world.move(to: "2026-11-20T09:59:58Z")
        #expect(try await world.send(.get, "/staff", as: .nobody, cookie: cookie).status == .ok)
        world.move(to: "2026-11-20T10:29:58Z")
        let ended = try await world.send(.get, "/staff", as: .nobody, cookie: cookie)
        #expect(ended.status == .unauthorized)
        #expect(ended.text.contains("href=\"/norra-norrland/sign-in?back=1\""))
    }

    @Test func `a sign-in ends after twelve hours`() async throws {
        let world = try await RoundSite()
        let cookie = try await world.cookie(of: .lead)
        var moment = world.now
        while moment < .at("2026-11-20T20:30:00Z") {
            moment = moment.adding(.seconds(25 * 60))
            world.move(to: moment.description)
            #expect(try await world.send(.get, "/staff", as: .nobody, cookie: cookie).status == .ok)
        }
        world.move(to: "2026-11-20T20:59:59Z")
        #expect(try await world.send(.get, "/staff", as: .nobody, cookie: cookie).status == .ok)
        world.move(to: "2026-11-20T21:00:00Z")
        #expect(try await world.send(.get, "/staff", as: .nobody, cookie: cookie).status == .unauthorized)
    }

    @Test func `signing in anew ends what the browser had before`() async throws {
        let world = try await RoundSite()
        let former = try await world.cookie(of: .lead)
        let again = try await world.send(
            .post, try await world.invite(.coordinator("umea")), as: .nobody, cookie: former)
        #expect(again.signIn != former)
        #expect(try await world.send(.get, "/staff", as: .nobody, cookie: former).status == .unauthorized)
        #expect(try await world.send(.get, "/employer/umea", as: .nobody, cookie: again.signIn).status == .ok)
    }

    @Test func `leads back to the page that asked for it, and to no other site's`() async throws {
        let world = try await RoundSite()
        let origin = "http://127.0.0.1:8080"
        let pages = [
            "\(origin)/norra-norrland/staff/matters": "/norra-norrland/staff/matters",
            "https://evil.example/norra-norrland/staff/matters": "/norra-norrland/staff",
            "http://evil.example:1/norra-norrland/staff/matters": "/norra-norrland/staff",
            "\(origin)/romerike/staff": "/norra-norrland/staff",
        ]
        for (page, first) in pages {
            let asked = try await world.send(.get, "/sign-in?back=1", as: .nobody, referer: page)
            let link = try await world.invite(.lead)
            let answer = try await world.send(.post, link, as: .nobody, cookie: asked.signIn ?? "")
            #expect(answer.location == first, "\(page)")
        }
    }

    @Test func `signing out ends it for every copy of the cookie`() async throws {
        let world = try await RoundSite()
        let cookie = try await world.cookie(of: .lead)
        let answer = try await world.send(.post, "/sign-out", as: .lead)
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.setCookie]?.contains("Max-Age=0") == true)
        #expect(try await world.send(.get, "/staff", as: .nobody, cookie: cookie).status == .unauthorized)
    }

    @Test func `the server knows a sign-in and a link by their hashes alone`() async throws {
        let world = try await RoundSite()
        let link = try await world.invite(.coordinator("umea"))
        let cookie = try #require(try await world.cookie(of: .lead))
        for secret in [cookie, link].compactMap({ $0.split(whereSeparator: { "=/".contains($0) }).last }) {
            #expect(secret.count == 43)
            let (texts, hashes) = try await world.use { open in
                try await open.store.fetch(Known(secret: Secret(String(secret))), by: .operator, at: world.now)
            }
            #expect(texts == 0 && hashes == 1)
        }
    }

    /// How many sign-ins and links are known by a secret's text, and by its hash.
    private struct Known: KohortStore.Query {
        static let permission = Permission.readJournal
        let scope = Scope.consortium
        let secret: Secret

        func fetch(in read: borrowing Read) throws -> (Int, Int) {
            let hash = SHA256.hash(data: Data(secret.text.utf8)).map { String(format: "%02x", $0) }.joined()
            return (try count(secret.text, in: read), try count(hash, in: read))
        }

        private func count(_ text: String, in read: borrowing Read) throws -> Int {
            try read.count("select count(*) from sign_in where secret_hash = \(text)")
                + read.count("select count(*) from sign_in_link where secret_hash = \(text)")
        }
    }

    @Test func `signing out without being signed in does no harm`() async throws {
        let world = try await RoundSite()
        #expect(try await world.send(.post, "/sign-out", as: .nobody).status == .seeOther)
    }
}
