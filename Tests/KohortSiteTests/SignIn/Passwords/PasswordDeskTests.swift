import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `Signing in by a password` {
    @Test func `takes both halves and leads to the first room`() async throws {
        let world = try await PasswordWorld()
        let first = try await world.enter()
        #expect(first.location == "/norra-norrland/sign-in/code")
        #expect(first.session == nil)
        let second = try await world.finish(world.code(1), after: first)
        #expect(second.location == "/norra-norrland/staff")
        let session = try #require(second.session)
        #expect(try await world.site.send(.get, "/staff", as: .nobody, cookie: session).status == .ok)
    }

    @Test func `says the same to a wrong password and to an address that nobody has`() async throws {
        let world = try await PasswordWorld()
        let wrong = try await world.enter("gul tiger under senga")
        let unknown = try await world.enter(PasswordWorld.password, "nobody@office.example")
        #expect([wrong.status, unknown.status] == [.unprocessableContent, .unprocessableContent])
        #expect(wrong.text == unknown.text.replacing("nobody@office.example", with: PasswordWorld.address))
        #expect(wrong.cookie(named: "kohort_step").isEmpty && unknown.cookie(named: "kohort_step").isEmpty)
        #expect(!wrong.text.contains("tiger"))
        #expect(try await world.enter().status == .seeOther)
    }

    @Test func `the password alone opens nothing, and a code without it neither`() async throws {
        let world = try await PasswordWorld()
        let first = try await world.enter()
        let step = first.cookie(named: "kohort_step")
        #expect(try await world.site.send(.get, "/staff", as: .nobody, cookie: step).status == .unauthorized)
        let wrong = try await world.finish("000000", after: first)
        #expect(wrong.status == .unprocessableContent)
        #expect(wrong.session == nil)
        let bare = try await world.site.send(.post, "/sign-in/code", as: .nobody, [("code", world.code(1))])
        #expect(bare.status == .gone)
        #expect(try await world.finish(world.code(1), after: first).status == .seeOther)
    }

    @Test func `a code is good once, whoever sees it`() async throws {
        let world = try await PasswordWorld()
        let setUp = try await world.signIn(world.code())
        #expect(setUp.status == .unprocessableContent)
        #expect(try await world.signIn(world.code(1)).status == .seeOther)
        #expect(try await world.signIn(world.code(1)).status == .unprocessableContent)
        world.site.move(to: "2026-11-20T09:01:00Z")
        #expect(try await world.signIn(world.code()).status == .seeOther)
    }

    @Test func `a recovery code is good once, and the others stay`() async throws {
        let world = try await PasswordWorld()
        #expect(world.codes.count == 10)
        #expect(try await world.signIn(world.codes[0].lowercased()).status == .seeOther)
        #expect(
            try await world.signIn(world.codes[0]).status == .unprocessableContent)
        #expect(try await world.signIn(world.codes[1]).status == .seeOther)
        let own = try await world.site.send(.get, "/me/ways-in", as: .lead).text
        #expect(own.contains("<dt>Recovery codes left</dt><dd><p>8</p></dd>"))
    }

    @Test func `the second half has five minutes`() async throws {
        let world = try await PasswordWorld()
        let (early, late) = (try await world.enter(), try await world.enter())
        world.site.move(to: "2026-11-20T09:04:59Z")
        #expect(try await world.finish(world.code(), after: early).status == .seeOther)
        world.site.move(to: "2026-11-20T09:05:00Z")
        #expect(try await world.finish(world.code(1), after: late).status == .gone)
    }

    @Test(arguments: [PasswordWorld.address, "nobody@office.example"])
    func `many tries at one account have to wait, known or not, and others do not`(_ address: String) async throws {
        let world = try await PasswordWorld()
        for _ in 0..<5 { #expect(try await world.enter("wrong", address).status == .unprocessableContent) }
        let resting = try await world.enter("wrong", address)
        #expect(resting.status == .tooManyRequests)
        #expect(resting.headers[.retryAfter] == "1")
        #expect(try await world.enter("wrong", "other@office.example").status == .unprocessableContent)
        world.site.move(to: "2026-11-20T09:00:01Z")
        #expect(try await world.enter("wrong", address).status == .unprocessableContent)
        #expect(try await world.enter("wrong", address).headers[.retryAfter] == "2")
        world.site.move(to: "2026-11-20T09:00:03Z")
        #expect(try await world.enter().status == .seeOther)
    }

    @Test func `codes are guessed at no faster than passwords`() async throws {
        let world = try await PasswordWorld()
        let first = try await world.enter()
        for _ in 0..<4 { #expect(try await world.finish("000000", after: first).status == .unprocessableContent) }
        #expect(try await world.finish("000000", after: first).status == .tooManyRequests)
        #expect(try await world.finish(world.code(1), after: first).status == .tooManyRequests)
        world.site.move(to: "2026-11-20T09:00:01Z")
        #expect(try await world.finish(world.code(1), after: first).status == .seeOther)
        for _ in 0..<5 { #expect(try await world.enter("wrong").status == .unprocessableContent) }
    }
}
