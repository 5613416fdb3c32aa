import HTTPTypes
import KohortCore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `What asks for a fresh sign-in` {
    @Test func `is the account that money is paid to, and what was typed stays`() async throws {
        let world = try await RoundSite("ks")
        let cookie = try await world.cookie(of: .lead)
        world.move(to: "2026-11-20T09:10:00Z")
        func register(_ cookie: String?) async throws -> TestResponse {
            try await world.send(.post, "/staff/billing/seller", as: .nobody, RoundSite.seller, cookie: cookie)
        }
        let stale = try await register(cookie)
        #expect(stale.status == .conflict)
        #expect(stale.text.contains("Sign in again, in another tab"))
        for (_, value) in RoundSite.seller.prefix(2) { #expect(stale.text.contains("value=\"\(value)\"")) }
        let again = try await world.send(.post, try await world.invite(.lead), as: .nobody, cookie: cookie).signIn
        #expect(try await register(again).status == .seeOther)
        #expect(try await register(cookie).status == .unauthorized)
    }

    @Test(arguments: [
        "/staff/tokens": [("name", "Website"), ("role", "integration"), ("days", "90")],
        "/staff/integrations": [("url", "https://thief.example/"), ("events", "")],
    ])
    func `is what carries data away after the sign-in has ended`(
        path: String, fields: [(String, String)]
    ) async throws {
        let world = try await RoundSite()
        let cookie = try await world.cookie(of: .lead)
        func send(at time: String) async throws -> TestResponse {
            world.move(to: time)
            return try await world.send(.post, path, as: .nobody, fields, cookie: cookie)
        }
        let stale = try await send(at: "2026-11-20T09:10:00Z")
        #expect(stale.status == .conflict)
        #expect(stale.text.contains("Sign in again, in another tab") && stale.text.contains(fields[0].1))
        #expect(try await send(at: "2026-11-20T09:09:59Z").status == .ok)
    }

    @Test func `is an applicant's own address, and nothing else of the application`() async throws {
        let journey = try await Journey()
        let applied = try await journey.applied()
        journey.world.move(to: "2026-11-20T09:10:00Z")
        var form = journey.application
        form.cv = nil
        form.fields["place"] = "Kiruna"
        func change() async throws -> TestResponse {
            try await journey.post(form, to: "\(applied.own)/application", cookie: applied.cookie)
        }
        #expect(try await change().status == .seeOther)
        form.fields["email"] = "thief@people.example"
        let stale = try await change()
        #expect(stale.status == .unprocessableContent)
        #expect(stale.text.contains("To change the address, sign in again first"))
        journey.world.move(to: "2026-11-20T09:09:59Z")
        #expect(try await change().status == .seeOther)
    }

    @Test func `is a password with an authenticator that is set`() async throws {
        let world = try await RoundSite()
        let path = "/me/ways-in/password"
        let cookie = try await world.cookie(of: .lead)
        let page = try await world.send(.get, path, as: .nobody, cookie: cookie).text
        func set(_ cookie: String?) async throws -> TestResponse {
            let code = try PasswordWorld.totp(page).code(of: TOTP.step(at: world.now))
            let fields = [
                ("password", PasswordWorld.password), ("code", code), ("sealed", PasswordWorld.sealed(page)),
            ]
            return try await world.send(.post, path, as: .nobody, fields, cookie: cookie)
        }
        world.move(to: "2026-11-20T09:10:00Z")
        let asked = try await world.send(.get, path, as: .nobody, cookie: cookie)
        #expect(asked.location == "/norra-norrland/me/confirmation")
        #expect(try await set(cookie).status == .conflict)
        let again = try await world.send(.post, try await world.invite(.lead), as: .nobody, cookie: cookie).signIn
        // There is none yet whose current one would have to be given.
        #expect(try await set(again).status == .ok)
    }

    @Test func `is a password that is changed`() async throws {
        let world = try await PasswordWorld()
        let cookie = try #require(try await world.signIn(world.code(1)).session)
        func change(_ cookie: String) async throws -> TestResponse {
            let fields = [("current", PasswordWorld.password), ("password", "fem blå sykler i regn")]
            return try await world.site.send(.post, "/me/ways-in/password/change", as: .nobody, fields, cookie: cookie)
        }
        world.site.move(to: "2026-11-20T09:10:00Z")
        #expect(try await change(cookie).status == .conflict)
        let fresh = try #require(try await world.signIn(world.code()).session)
        #expect(try await change(fresh).status == .seeOther)
        #expect(try await world.enter("fem blå sykler i regn").status == .seeOther)
    }

    @Test func `is an account at a provider that is linked, and one that is taken away`() async throws {
        try await ProviderWorld.run { world in
            let page = try await world.site.send(.get, "/me/ways-in", as: .lead).text
            let removal = String(try #require(page.firstMatch(of: /action="([^"]*identities[^"]*)"/)).output.1)
            for (time, link, taken) in [
                ("2026-11-20T09:10:00Z", HTTPResponse.Status.conflict, HTTPResponse.Status.conflict),
                ("2026-11-20T09:09:59Z", .ok, .seeOther),
            ] {
                world.site.move(to: time)
                let before = try await world.site.send(.get, "/me/ways-in", as: .lead).text
                #expect(before.contains(removal), "\(time)")
                let leaving = try await world.site.send(.post, "/me/ways-in/providers/strict", as: .lead)
                #expect(leaving.status == link, "\(time)")
                #expect(try await world.site.send(.post, removal, as: .lead).status == taken, "\(time)")
            }
            let after = try await world.site.send(.get, "/me/ways-in", as: .lead).text
            #expect(!after.contains(removal))
        }
    }
}
