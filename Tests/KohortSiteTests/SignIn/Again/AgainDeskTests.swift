import HTTPTypes
import KohortCore
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `Showing again who one is` {
    private static let page = "/me/ways-in/password/change"

    @Test func `is asked for after ten minutes, and leads back to the page that was wanted`() async throws {
        let world = try await PasswordWorld()
        let cookie = try #require(try await world.signIn(world.code(1)).session)
        world.site.move(to: "2026-11-20T09:09:59Z")
        #expect(try await world.site.send(.get, Self.page, as: .nobody, cookie: cookie).status == .ok)
        world.site.move(to: "2026-11-20T09:10:00Z")
        let asked = try await world.site.send(.get, Self.page, as: .nobody, cookie: cookie)
        #expect(asked.location == "/norra-norrland/me/confirmation")
        let both = "\(cookie); \(asked.cookie(named: "kohort_wanted"))"
        let form = try await world.site.send(.get, "/me/confirmation", as: .nobody, cookie: both)
        #expect(form.text.contains("name=\"password\"") && !form.text.contains("Send me a link"))
        let wrong = try await world.again("wrong", world.code(1), both)
        #expect(wrong.status == .unprocessableContent)
        #expect(wrong.text.contains("The password or the code is not right."))
        #expect(try await world.again(PasswordWorld.password, "000000", both).status == .unprocessableContent)
        let right = try await world.again(PasswordWorld.password, world.code(), both)
        #expect(right.location == "/norra-norrland" + Self.page)
        let fresh = try #require(right.session)
        #expect(fresh != cookie)
        #expect(try await world.site.send(.get, Self.page, as: .nobody, cookie: fresh).status == .ok)
        #expect(try await world.site.send(.get, "/me/ways-in", as: .nobody, cookie: cookie).status == .unauthorized)
    }

    @Test func `guesses there are counted with those at the door`() async throws {
        let world = try await PasswordWorld()
        let cookie = try #require(try await world.signIn(world.code(1)).session)
        for _ in 0..<5 { #expect(try await world.again("wrong", "000000", cookie).status == .unprocessableContent) }
        let resting = try await world.again(PasswordWorld.password, world.code(2), cookie)
        #expect(resting.status == .tooManyRequests)
        #expect(resting.headers[.retryAfter] == "1")
        #expect(try await world.enter().status == .tooManyRequests)
    }

    @Test func `is of somebody who is signed in alone, and an applicant's way is a link`() async throws {
        let journey = try await Journey()
        let applied = try await journey.applied()
        func visit(_ cookie: String) async throws -> TestResponse {
            try await journey.world.send(.get, "/me/confirmation", as: .nobody, cookie: cookie)
        }
        #expect(try await visit("").status == .unauthorized)
        let page = try await visit(applied.cookie)
        #expect(page.text.contains("Send me a link") && !page.text.contains("name=\"password\""))
        let sent = try await journey.world.send(.post, "/me/confirmation/link", as: .nobody, cookie: applied.cookie)
        #expect(sent.location == "/norra-norrland/sign-in/asked")
        let own = try await journey.world.send(.get, "/me/sign-ins", as: .nobody, cookie: applied.cookie)
        #expect(own.status == .ok && !own.text.contains("/me/ways-in"))
        let office = try await journey.world.send(.post, "/me/confirmation/link", as: .lead)
        #expect(office.status == .notFound)
    }
}

extension PasswordWorld {
    fileprivate func again(_ password: String, _ code: String, _ cookie: String) async throws -> TestResponse {
        try await site.send(
            .post, "/me/confirmation", as: .nobody, [("password", password), ("code", code)], cookie: cookie)
    }
}
