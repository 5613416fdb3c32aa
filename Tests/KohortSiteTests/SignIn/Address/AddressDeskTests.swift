import HTTPTypes
import KohortCore
import KohortOutbound
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `One's own address` {
    private static let (old, new) = ("lead@office.example", "lead@new.example")

    private func ask(_ site: RoundSite, _ email: String, cookie: String? = nil) async throws -> TestResponse {
        try await site.send(.post, "/me/address", as: .lead, [("email", email)], cookie: cookie)
    }

    private func link(_ site: RoundSite, to email: String = new) async throws -> String? {
        try await site.letters(mailedTo: email).flatMap { $0.text.split(separator: "\n") }
            .first { $0.contains("/me/address/") }
            .map { String($0.dropFirst("http://127.0.0.1:8080/\(site.tenant)".count)) }
    }

    @Test func `is changed by a link to the new one, and the old one is told`() async throws {
        let site = try await RoundSite()
        #expect(try await ask(site, "nonsense").status == .unprocessableContent)
        #expect(try await ask(site, Self.old).status == .unprocessableContent)
        #expect(try await ask(site, Self.new).location.hasSuffix("?done=address.asked"))
        let link = try #require(try await link(site))
        #expect(try await site.send(.get, link, as: .lead).status == .ok)
        #expect(try await site.send(.post, link, as: .nobody).status == .unauthorized)
        #expect(try await site.send(.post, link, as: .coordinator("umea")).status == .gone)
        #expect(try await site.send(.post, link, as: .lead).location.hasSuffix("?done=address.changed"))
        #expect(try await site.send(.post, link, as: .lead).status == .gone)
        let told = try await site.letters(mailedTo: Self.old)
        #expect(told.map(\.subject) == ["Your email address was changed"])
        #expect(told.allSatisfy { !$0.text.contains(Self.new) })
        let people = try await site.send(.get, "/staff/people", as: .lead).text
        #expect(people.contains(Self.new) && !people.contains(Self.old))
    }

    @Test func `is not changed by a link that is an hour old, nor by one before the last`() async throws {
        let site = try await RoundSite()
        _ = try await ask(site, Self.new)
        let first = try #require(try await link(site))
        _ = try await ask(site, Self.new)
        let second = try #require(try await link(site))
        #expect(try await site.send(.post, first, as: .lead).status == .gone)
        site.move(to: "2026-11-20T10:00:00Z")
        #expect(try await site.send(.post, second, as: .lead).status == .gone)
    }

    @Test func `is told to the old one even where a further change follows at once`() async throws {
        let site = try await RoundSite()
        let cookie = try await site.cookie(of: .lead)
        func change(_ email: String) async throws {
            _ = try await ask(site, email, cookie: cookie)
            let link = try #require(try await link(site, to: email))
            let taken = try await site.send(.post, link, as: .nobody, cookie: cookie)
            #expect(taken.location.hasSuffix("?done=address.changed"))
        }
        try await change(Self.new)
        site.move(to: "2026-11-20T09:00:01Z")
        _ = try await ask(site, "third@new.example", cookie: cookie)
        #expect(try await site.letters(mailedTo: Self.old).map(\.subject) == ["Your email address was changed"])
    }

    @Test func `is not changed to one that has become somebody else's since it was asked for`() async throws {
        let (site, theirs) = (try await RoundSite(), "coordinator@umea.example")
        _ = try await ask(site, theirs)
        let link = try #require(try await link(site, to: theirs))
        _ = try await site.cookie(of: .coordinator("umea"))
        #expect(try await site.send(.post, link, as: .lead).status == .conflict)
    }

    @Test func `somebody else's is answered like any other, and gets no letter`() async throws {
        let site = try await RoundSite()
        _ = try await site.cookie(of: .coordinator("umea"))
        let answer = try await ask(site, "coordinator@umea.example")
        #expect(answer.location.hasSuffix("?done=address.asked"))
        #expect(try await site.letters(mailedTo: "coordinator@umea.example").isEmpty)
    }

    @Test func `is changed only by somebody who has just shown who they are`() async throws {
        let site = try await RoundSite()
        let cookie = try await site.cookie(of: .lead)
        site.move(to: "2026-11-20T09:10:00Z")
        #expect(try await ask(site, Self.new, cookie: cookie).status == .conflict)
        let page = try await site.send(.get, "/me/address", as: .nobody, cookie: cookie)
        #expect(page.location == "/norra-norrland/me/confirmation")
        site.move(to: "2026-11-20T09:09:59Z")
        #expect(try await ask(site, Self.new, cookie: cookie).status == .seeOther)
    }
}
