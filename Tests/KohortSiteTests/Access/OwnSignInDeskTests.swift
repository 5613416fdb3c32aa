import HTTPTypes
import KohortApp
import KohortTesting
import Testing

@testable import KohortSite

@Suite struct `One's own sign-ins` {
    private func two(_ world: RoundSite) async throws -> (here: String, there: String) {
        var cookies: [String] = []
        for _ in 0..<2 {
            let link = try await world.invite(.lead)
            cookies.append(try #require(try await world.send(.post, link, as: .nobody).signIn))
        }
        return (cookies[0], cookies[1])
    }

    @Test func `are listed, and one elsewhere can be ended`() async throws {
        let world = try await RoundSite()
        let (here, there) = try await two(world)
        let page = try await world.send(.get, "/me/sign-ins", as: .nobody, cookie: here)
        #expect(page.status == .ok)
        let endings = page.text.matches(of: /action="([^"]+\/ending)"/).map { String($0.output.1) }
        #expect(endings.count == 1)
        #expect(try await world.send(.post, endings[0], as: .nobody, cookie: here).status == .seeOther)
        #expect(try await world.send(.get, "/staff", as: .nobody, cookie: there).status == .unauthorized)
        #expect(try await world.send(.get, "/staff", as: .nobody, cookie: here).status == .ok)
    }

    @Test func `all but this one can be ended`() async throws {
        let world = try await RoundSite()
        let (here, there) = try await two(world)
        let answer = try await world.send(.post, "/me/sign-ins/endings", as: .nobody, cookie: here)
        #expect(answer.status == .seeOther)
        #expect(try await world.send(.get, "/staff", as: .nobody, cookie: there).status == .unauthorized)
        #expect(try await world.send(.get, "/staff", as: .nobody, cookie: here).status == .ok)
    }

    @Test func `are nobody else's to end`() async throws {
        let world = try await RoundSite()
        let (here, _) = try await two(world)
        let other = try await world.cookie(of: .coordinator("umea"))
        let page = try await world.send(.get, "/me/sign-ins", as: .nobody, cookie: here)
        let ending = try #require(page.text.firstMatch(of: /action="([^"]+\/ending)"/)).output.1
        #expect(try await world.send(.post, String(ending), as: .nobody, cookie: other).status == .notFound)
        #expect(try await world.send(.post, String(ending), as: .nobody).status == .unauthorized)
        #expect(try await world.send(.post, String(ending), as: .nobody, cookie: here).status == .seeOther)
    }

    @Test func `tell browsers apart in our own words`() {
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
        let edge = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1"
        #expect([firefox, edge, phone].map(DeviceName.of) == ["Firefox, Linux", "Edge, Windows", "Safari, iPhone"])
        #expect(DeviceName.of("<script>alert(1)</script>") == "")
    }
}
