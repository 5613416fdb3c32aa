import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `Keeping one's own password` {
    private static let path = "/me/ways-in/password"

    @Test func `setting one takes a code of the authenticator, and a password that is taken`() async throws {
        let site = try await RoundSite()
        let page = try await site.send(.get, Self.path, as: .lead).text
        let code = try PasswordWorld.totp(page).code(of: TOTP.step(at: site.now))
        func set(_ password: String, _ code: String) async throws -> TestResponse {
            try await site.send(
                .post, Self.path, as: .lead,
                [("password", password), ("code", code), ("sealed", PasswordWorld.sealed(page))])
        }
        let weak = try await set("Sommer2026!!", code)
        #expect(weak.status == .unprocessableContent)
        #expect(weak.text.contains("one of those that are tried first"))
        #expect(!weak.text.contains("Sommer2026"))
        #expect(PasswordWorld.sealed(weak.text) == PasswordWorld.sealed(page))
        #expect(try await set("Norra norrland 26", code).status == .unprocessableContent)
        #expect(try await set(PasswordWorld.password, "000000").status == .unprocessableContent)
        #expect(try await set(PasswordWorld.password, code).status == .ok)
    }

    @Test func `only staff whom no provider is for set one`() async throws {
        try await ProviderWorld.run(linked: false) { world in
            #expect(try await world.site.send(.get, Self.path, as: .lead).status == .notFound)
            #expect(try await world.site.send(.get, Self.path, as: .nobody).status == .unauthorized)
            try await world.set(for: [.trainee])
            #expect(try await world.site.send(.get, Self.path, as: .lead).status == .ok)
        }
    }

    @Test func `is the one step where no provider is, and accounts elsewhere are not spoken of`() async throws {
        let page = try await RoundSite().send(.get, "/me/ways-in", as: .lead).text
        #expect(page.contains("class=\"button primary\" href=\"/norra-norrland\(Self.path)\">Set a password</a>"))
        #expect(!page.contains("Linked accounts"))
        try await ProviderWorld.run(linked: false) { world in
            let other = try await world.site.send(.get, "/me/ways-in", as: .lead).text
            #expect(other.contains("Linked accounts") && !other.contains("Set a password"))
        }
        let world = try await PasswordWorld()
        let kept = try await world.site.send(.get, "/me/ways-in", as: .lead).text
        #expect(kept.contains("\(Self.path)/change\"") && !kept.contains("button primary\" href"))
    }

    @Test func `changing it takes the current one, and tells its owner by mail`() async throws {
        let world = try await PasswordWorld()
        func change(_ current: String, _ password: String) async throws -> TestResponse {
            try await world.site.send(
                .post, Self.path + "/change", as: .lead, [("current", current), ("password", password)])
        }
        #expect(try await letters(world) == 1)
        #expect(try await change("wrong", "fem blå sykler i regn").status == .unprocessableContent)
        #expect(try await letters(world) == 1)
        #expect(try await change(PasswordWorld.password, "kort").status == .unprocessableContent)
        #expect(try await change(PasswordWorld.password, "fem blå sykler i regn").status == .seeOther)
        #expect(try await letters(world) == 2)
        #expect(try await world.enter().status == .unprocessableContent)
        #expect(try await world.enter("fem blå sykler i regn").status == .seeOther)
    }

    @Test func `changing it ends the other sign-ins where that is asked for`() async throws {
        let world = try await PasswordWorld()
        let elsewhere = try #require(try await world.signIn(world.code(1)).session)
        func change(_ current: String, _ password: String, _ rest: [(String, String)]) async throws {
            let fields = [("current", current), ("password", password)] + rest
            #expect(try await world.site.send(.post, Self.path + "/change", as: .lead, fields).status == .seeOther)
        }
        func isIn(_ cookie: String?) async throws -> Bool {
            try await world.site.send(.get, "/staff", as: .nobody, cookie: cookie).status == .ok
        }
        try await change(PasswordWorld.password, "fem blå sykler i regn", [])
        #expect(try await isIn(elsewhere))
        try await change("fem blå sykler i regn", "seks grønne båter", [("others", "yes")])
        #expect(try await !isIn(elsewhere))
        #expect(try await isIn(world.site.cookie(of: .lead)))
    }

    @Test func `goes round no password: an invitation to somebody who has one brings no link`() async throws {
        func links(_ site: RoundSite) async throws -> Int {
            let fields = [("name", "Somebody"), ("email", PasswordWorld.address), ("role", "committee")]
            let invited = try await site.send(.post, "/staff/people", as: .lead, fields)
            #expect(invited.status == .seeOther)
            return try await site.links(mailedTo: PasswordWorld.address).count
        }
        #expect(try await links(RoundSite()) == 1)
        #expect(try await links(PasswordWorld().site) == 0)
    }

    @Test func `another authenticator takes the current password, and ends the old one`() async throws {
        let world = try await PasswordWorld()
        let page = try await world.site.send(.get, Self.path, as: .lead).text
        let fresh = try PasswordWorld.totp(page)
        let fields = [
            ("password", PasswordWorld.password), ("code", fresh.code(of: TOTP.step(at: world.site.now))),
            ("sealed", PasswordWorld.sealed(page)), ("current", "wrong"),
        ]
        #expect(try await world.site.send(.post, Self.path, as: .lead, fields).status == .unprocessableContent)
        let (totp, codes) = try await PasswordWorld.setUp(
            world.site, page, password: PasswordWorld.password, current: PasswordWorld.password)
        #expect(Set(codes).isDisjoint(with: world.codes))
        let next = TOTP.step(at: world.site.now) + 1
        let old = try await world.signIn(world.code(1))
        #expect(old.status == .unprocessableContent)
        let new = try await world.signIn(totp.code(of: next))
        #expect(new.status == .seeOther)
    }

    @Test func `an operator takes it away, with the sign-ins, and never chooses another`() async throws {
        let world = try await PasswordWorld()
        let cookie = try await world.site.cookie(of: .lead)
        let email = try #require(EmailAddress(PasswordWorld.address))
        let call = ResetPasswordOf(tenant: try Slug(world.site.tenant), email: email)
        _ = try await call.answer(in: world.site.kohort)
        #expect(try await world.enter().status == .unprocessableContent)
        #expect(try await world.site.send(.get, "/staff", as: .nobody, cookie: cookie).status == .unauthorized)
        await #expect(throws: OperatorProblem.self) { try await call.answer(in: world.site.kohort) }
    }

    private func letters(_ world: PasswordWorld) async throws -> Int {
        try await world.site.use { open in
            try await open.store.fetch(OutboxList(), by: .operator, at: world.site.now)
                .count { $0.kind == PasswordLetter.kind }
        }
    }
}
