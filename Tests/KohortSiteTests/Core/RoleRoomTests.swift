import HTTPTypes
import KohortCore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `Who has several roles` {
    @Test func `has a way to each room, says by which role it is theirs, and sees which one it is`() async throws {
        let site = try await RoundSite("ks")
        let cookie = try await site.holder(
            of: [(.lead, nil), (.committee, nil), (.finance, "ks"), (.coordinator, "ks")])
        let page = try await site.send(.get, "/employer/ks", as: .nobody, cookie: cookie).text
        let ways = try #require(page.firstMatch(of: /<nav aria-label="Main menu">[\s\S]*?<\/nav>/)).output
        let read = ways.matches(of: /<a href="([^"]+)"( aria-current="page")?>([^<]+)( <small>[^<]+<\/small>)?<\/a>/)
            .map { "\($0.output.1)\($0.output.2 ?? "") \($0.output.3)\($0.output.4 ?? "")" }
        #expect(
            read == [
                "/ks/staff Programme office <small>Programme lead</small>",
                "/ks/report Results <small>Committee</small>", "/ks/me My page",
                "/ks/employer/ks aria-current=\"page\" KS <small>Finance contact · Coordinator</small>",
            ])
    }

    @Test func `has the same ways folded for a phone, under the room at hand`() async throws {
        let site = try await RoundSite("ks")
        let cookie = try await site.holder(of: [(.lead, nil), (.finance, "ks")])
        func folded(_ path: String, _ cookie: String?) async throws -> String? {
            let page = try await site.send(.get, path, as: .nobody, cookie: cookie).text
            return page.firstMatch(of: /<nav class="rooms"[\s\S]*?<\/nav>/).map { String($0.output) }
        }
        let room = try #require(try await folded("/employer/ks/invoices", cookie))
        #expect(room.contains("<summary>KS</summary>") && room.contains("<small>Finance contact</small>"))
        #expect(room.contains("<a href=\"/ks/staff\">") && room.contains("<a href=\"/ks/me/sign-ins\">Somebody</a>"))
        #expect(try await folded("/privacy", cookie)?.contains("<summary>Your pages</summary>") == true)
        #expect(try await folded("/privacy", nil) == nil)
    }

    @Test func `comes back from a trainee to the room of the role by which they look after them`() async throws {
        let world = try await TraineeWorld.make()
        let first = try #require(try await world.planned().first)
        func way(_ path: String, as visitor: RoundSite.Visitor, _ cookie: String? = nil) async throws -> [String] {
            let page = try await world.site.send(.get, path, as: visitor, cookie: cookie).text
            let crumbs = try #require(page.firstMatch(of: /<nav class="crumbs"[\s\S]*?<\/nav>/)).output
            return crumbs.matches(of: /href="\/romerike([^"]*)"/).map { String($0.output.1) }
        }
        #expect(try await way(world.page, as: .lead) == ["/staff", "/staff/cohorts"])
        let employer = ["/employer/skedsmo", "/employer/skedsmo/trainees"]
        #expect(try await way(world.page, as: TraineeWorld.employer) == employer)
        #expect(try await way("/placements/\(first)", as: TraineeWorld.employer) == employer + [world.page])
        #expect(try await way(world.page, as: .nobody, try await world.kari()) == ["/me"])
        let supervisor = try await world.supervisor(of: first)
        #expect(try await way("/placements/\(first)", as: .nobody, supervisor).first == "/me")
    }

    @Test func `reads of no role where all is done in one room`() async throws {
        let page = try await RoundSite("ks").send(.get, "/staff", as: .lead).text
        #expect(page.contains("<a href=\"/ks/staff\" aria-current=\"page\">Programme office</a>"))
        #expect(!page.contains("<small>"))
    }
}

extension RoundSite {
    /// Somebody who is signed in and has all of these roles, at an employer where one is named.
    func holder(of roles: [(Role, at: String?)]) async throws -> String {
        var cookie: String?
        for (role, employer) in roles {
            let link = try await invite("somebody@both.example", role, at: employer)
            let answer = try await send(.post, link, as: .nobody)
            cookie = answer.headers[.setCookie].map { String($0.prefix { $0 != ";" }) }
        }
        return try #require(cookie)
    }
}
