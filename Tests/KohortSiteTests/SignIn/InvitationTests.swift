import HTTPTypes
import KohortCore
import KohortStore
import KohortTesting
import KohortWeb
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `Coming in by an invitation` {
    private static let address = "siv@office.example"
    private static let rest = "Set a password"

    /// The cookie of somebody who has opened the invitation that was mailed to them.
    private func invited(
        _ world: RoundSite, to role: String = "committee", by visitor: RoundSite.Visitor = .lead,
        at people: String = "/staff/people"
    ) async throws -> String {
        let fields = [("name", "Siv Lie"), ("email", Self.address), ("role", role)]
        #expect(try await world.send(.post, people, as: visitor, fields).status == .seeOther)
        let link = try #require(try await world.links(mailedTo: Self.address).last)
        return try #require(try await world.send(.post, link, as: .nobody).session)
    }

    private func get(_ world: RoundSite, _ path: String, _ cookie: String?) async throws -> TestResponse {
        try await world.send(.get, path, as: .nobody, cookie: cookie)
    }

    /// Fills in the form as `PasswordWorld` does.
    private func setPassword(_ world: RoundSite, _ cookie: String) async throws -> TestResponse {
        let page = try await get(world, "/me/ways-in/password", cookie).text
        let code = try PasswordWorld.totp(page).code(of: TOTP.step(at: world.now))
        return try await world.send(
            .post, "/me/ways-in/password", as: .nobody,
            [("password", PasswordWorld.password), ("code", code), ("sealed", PasswordWorld.sealed(page))],
            cookie: cookie)
    }

    /// What somebody may open, by the route table, who has yet to set up a way in.
    private static let open = ["/{tenant}/sign-in", "/{tenant}/me/ways-in", "/{tenant}/theme", "/{tenant}/sign-out"]
    private static let everybodys = [
        "/{tenant}", "/{tenant}/vacancies", "/{tenant}/vacancies/{vacancy}", "/{tenant}/employers",
        "/{tenant}/calendar", "/{tenant}/privacy", "/{tenant}/accessibility", "/{tenant}/interest",
        "/{tenant}/interest/receipt", "/{tenant}/language",
    ]

    @Test func `opens nothing to staff but the setting up of a way in, over the route table`() async throws {
        let world = try await RoundSite()
        let cookie = try await invited(world)
        let front = try world.site.front(isReady: { true })
        let closed = front.table.routes.filter { route in
            route.audience == .page && route.pattern.hasPrefix("/{tenant}")
                && !Self.everybodys.contains {
                    $0 == route.pattern && (route.method == .get || $0.hasSuffix("language"))
                }
                && (!Self.open.contains { route.pattern.hasPrefix($0) } || route.pattern.hasSuffix("/change")
                    || route.pattern.hasSuffix("/removal"))
        }
        #expect(closed.count > 120)
        for route in closed {
            let path = route.pattern.replacing("{tenant}", with: world.tenant).replacing(
                /\{[a-z]+\}/, with: DemandID.new().description)
            let answer = try await world.send(route.method, path, as: .nobody, cookie: cookie)
            if route.method == .get {
                #expect(answer.location == "/norra-norrland/me/ways-in", "\(path): \(answer.status.code)")
            } else {
                #expect(answer.status == .conflict, "\(path): \(answer.status.code)")
                #expect(answer.text.contains("Choose how you sign in first"), "\(path)")
            }
        }
        let page = try await get(world, "/me/ways-in", cookie)
        #expect(page.status == .ok && page.text.contains("Everything else opens when that is done."))
        #expect(page.text.contains(Self.rest) && !page.text.contains("/norra-norrland/report"))
    }

    @Test func `a password with an authenticator opens the rest, in a sign-in of its own`() async throws {
        let world = try await RoundSite()
        let cookie = try await invited(world)
        #expect(try await get(world, "/report", cookie).location == "/norra-norrland/me/ways-in")
        world.move(to: "2026-11-20T09:20:00Z")
        let done = try await setPassword(world, cookie)
        #expect(done.status == .ok && done.text.contains("href=\"/norra-norrland/report\""))
        let session = try #require(done.session)
        #expect(session != cookie)
        #expect(try await get(world, "/report", session).status == .ok)
        #expect(try await get(world, "/report", cookie).status == .unauthorized)
    }

    @Test func `a provider of the consortium's opens the rest as well`() async throws {
        try await ProviderWorld.run(linked: false) { world in
            let cookie = try await invited(world.site)
            #expect(try await get(world.site, "/report", cookie).location == "/norra-norrland/me/ways-in")
            #expect(try await get(world.site, "/me/ways-in/password", cookie).status == .notFound)
            let page = try await world.site.send(
                .post, "/me/ways-in/providers/strict", as: .nobody, cookie: cookie)
            let link = try #require(page.text.firstMatch(of: /href="(http[^"]*authorise[^"]*)"/)).output.1
            let back = try world.provider.authorise(String(link).replacing("&amp;", with: "&"))
            let done = try await world.arrive(
                back, cookie: "\(cookie); \(page.cookie(named: "kohort_provider"))")
            #expect(done.location == "/norra-norrland/report")
            let session = try #require(done.session)
            #expect(try await get(world.site, "/report", session).status == .ok)
            #expect(try await get(world.site, "/report", cookie).status == .unauthorized)
        }
    }

    @Test func `is no way in any more once there is one of one's own`() async throws {
        let world = try await RoundSite()
        let cookie = try await invited(world)
        let again = try await invited(world, to: "lead")
        #expect(try await get(world, "/me/ways-in", cookie).status == .ok)
        let third = [
            ("name", "Siv Lie"), ("email", Self.address), ("role", "coordinator"), ("organisation", "umea"),
        ]
        #expect(try await world.send(.post, "/staff/people", as: .lead, third).status == .seeOther)
        let late = try #require(try await world.links(mailedTo: Self.address).last)
        #expect(try await setPassword(world, again).status == .ok)
        #expect(try await get(world, "/me/ways-in", cookie).status == .unauthorized)
        let spent = try await world.send(.post, late, as: .nobody)
        #expect(spent.status == .conflict && spent.session == nil)
    }

    @Test func `opens a mentor's own room, and an operator's link opens all that a lead has`() async throws {
        let world = try await RoundSite()
        let mentor = try await invited(
            world, to: "mentor", by: .coordinator("umea"), at: "/employer/umea/people")
        #expect(try await get(world, "/me", mentor).status == .ok)
        #expect(try await get(world, "/staff", try await world.cookie(of: .lead)).status == .ok)
    }
}
