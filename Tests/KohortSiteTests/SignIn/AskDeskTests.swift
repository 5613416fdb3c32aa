import HTTPTypes
import KohortApp
import KohortCore
import KohortOutbound
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `Asking for a sign-in link` {
    private static let address = "marte.as@people.example"

    /// Somebody who follows a trainee.
    private func mentor(_ world: RoundSite, _ role: Role = .mentor) async throws {
        let email = try #require(EmailAddress(Self.address))
        let scope: GrantScope = role == .mentor ? .trainee(.new(at: world.now)) : .consortium
        let command = InvitePerson(
            email: email, name: "Marte As", language: .en, role: .init(role, on: scope), linkHash: Secret().hash)
        _ = try await world.use { try await $0.store.perform(command, by: .operator, at: world.now) }
    }

    @Test func `signs in where it was asked, once, for ten minutes`() async throws {
        let world = try await RoundSite()
        try await mentor(world)
        let asked = try await world.ask(Self.address)
        #expect(asked.location == "/norra-norrland/sign-in/asked")
        let cookie = try #require(asked.headers[.setCookie])
        for part in ["kohort_asker_", "; HttpOnly", "; SameSite=Lax"] { #expect(cookie.contains(part)) }
        let link = try #require(try await world.links(mailedTo: Self.address).first)
        world.move(to: "2026-11-20T09:09:59Z")
        let answer = try await world.send(.post, link, as: .nobody, cookie: asked.signIn)
        #expect(answer.location == "/norra-norrland/me")
        #expect(answer.headers[.setCookie]?.contains("; Max-Age=604800") == true)
        #expect(try await world.send(.post, link, as: .nobody, cookie: asked.signIn).status == .gone)
    }

    @Test func `is too late after ten minutes`() async throws {
        let world = try await RoundSite()
        try await mentor(world)
        let asked = try await world.ask(Self.address)
        let link = try #require(try await world.links(mailedTo: Self.address).first)
        world.move(to: "2026-11-20T09:10:00Z")
        let late = try await world.send(.post, link, as: .nobody, cookie: asked.signIn)
        #expect(late.status == .gone)
        #expect(late.text.contains("action=\"/norra-norrland/sign-in\""))
    }

    @Test func `is refused in another browser, which can ask for a fresh one, and is not spent`() async throws {
        let world = try await RoundSite()
        try await mentor(world)
        let asked = try await world.ask(Self.address)
        let link = try #require(try await world.links(mailedTo: Self.address).first)
        for cookie in ["", try await world.ask("nobody@people.example").signIn ?? ""] {
            let other = try await world.send(.post, link, as: .nobody, cookie: cookie)
            #expect(other.status == .conflict)
            #expect(other.headers[.setCookie] == nil)
            #expect(other.text.contains("This link belongs to another browser"))
            #expect(other.text.contains("action=\"/norra-norrland/sign-in\""))
        }
        #expect(try await world.send(.post, link, as: .nobody, cookie: asked.signIn).status == .seeOther)
    }

    @Test func `looks the same for an address that nobody has, which gets no mail`() async throws {
        let world = try await RoundSite()
        try await mentor(world)
        let answers = [try await world.ask(Self.address), try await world.ask("nobody@people.example")]
        let marks = answers.map { answer in
            "\(answer.status) \(answer.location) \(answer.text)"
                + (answer.headers[.setCookie] ?? "").replacing(/=[A-Za-z0-9_-]{43};/, with: "=secret;")
        }
        #expect(marks[0] == marks[1])
        let waiting = try await world.use { open in
            try await open.store.fetch(OutboxList(state: .waiting), by: .operator, at: world.now)
        }
        #expect(waiting.map(\.kind) == ["tenancy.sign_in", "tenancy.sign_in"])
        #expect(try await world.letters(mailedTo: "nobody@people.example").isEmpty)
    }

    @Test func `voids the link before it`() async throws {
        let world = try await RoundSite()
        try await mentor(world)
        let first = try await world.ask(Self.address)
        let old = try #require(try await world.links(mailedTo: Self.address).first)
        let second = try await world.send(
            .post, "/sign-in", as: .nobody, [("email", Self.address)], cookie: first.signIn)
        #expect(second.signIn == first.signIn)
        let new = try #require(try await world.links(mailedTo: Self.address).first)
        #expect(try await world.send(.post, old, as: .nobody, cookie: first.signIn).status == .gone)
        #expect(try await world.send(.post, new, as: .nobody, cookie: first.signIn).status == .seeOther)
    }

    @Test func `fills nobody's mailbox`() async throws {
        let world = try await RoundSite()
        try await mentor(world)
        for _ in 0..<5 { _ = try await world.ask(Self.address) }
        #expect(try await world.letters(mailedTo: Self.address).count == 3)
        world.move(to: "2026-11-20T09:10:00Z")
        _ = try await world.ask(Self.address)
        #expect(try await world.letters(mailedTo: Self.address).count == 1)
    }

    @Test func `brings staff no link, but says how they sign in`() async throws {
        let world = try await RoundSite()
        try await mentor(world, .lead)
        _ = try await world.ask(Self.address)
        let letter = try #require(try await world.letters(mailedTo: Self.address).first)
        #expect(letter.text.contains("http://127.0.0.1:8080/norra-norrland/sign-in\n"))
        #expect(!letter.text.contains("/sign-in/"))
    }

    @Test func `ends a mailed sign-in when a role asks for more`() async throws {
        let world = try await RoundSite()
        try await mentor(world)
        let asked = try await world.ask(Self.address)
        let link = try #require(try await world.links(mailedTo: Self.address).first)
        let cookie = try await world.send(.post, link, as: .nobody, cookie: asked.signIn).signIn
        #expect(try await world.send(.get, "/me/sign-ins", as: .nobody, cookie: cookie).status == .ok)
        try await mentor(world, .lead)
        #expect(try await world.send(.get, "/me/sign-ins", as: .nobody, cookie: cookie).status == .unauthorized)
    }

    @Test func `lets nobody in who has become staff since the link was mailed`() async throws {
        let world = try await RoundSite()
        try await mentor(world)
        let asked = try await world.ask(Self.address)
        let link = try #require(try await world.links(mailedTo: Self.address).first)
        try await mentor(world, .committee)
        let refused = try await world.send(.post, link, as: .nobody, cookie: asked.signIn)
        #expect(refused.status == .conflict && refused.session == nil)
        #expect(refused.text.contains("You need another way in"))
        let twin = try await RoundSite()
        try await mentor(twin)
        let askedThere = try await twin.ask(Self.address)
        let linkThere = try #require(try await twin.links(mailedTo: Self.address).first)
        #expect(try await twin.send(.post, linkThere, as: .nobody, cookie: askedThere.signIn).session != nil)
    }

    @Test(arguments: ["", "nobody", "a@b@c"])
    func `wants an address`(typed: String) async throws {
        let world = try await RoundSite()
        let refused = try await world.ask(typed)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("value=\"\(typed)\""))
        #expect(try await world.ask("nobody@people.example").status == .seeOther)
    }
}
