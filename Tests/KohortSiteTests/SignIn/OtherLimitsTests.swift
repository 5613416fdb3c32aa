import HTTPTypes
import KohortApp
import KohortCore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

/// Of those who work with nobody's data but their own and the trainees' that they follow.
@Suite struct `A sign-in of others than staff` {
    private func mentor(_ world: RoundSite) async throws -> String {
        let call = MakeInvitation(
            tenant: try Slug(world.tenant), email: try #require(EmailAddress("mentor@people.example")), name: "Mari",
            role: .mentor, organisation: try Slug("umea"), language: .en)
        let link = try await call.answer(in: world.kohort).link
        let path = String(link.dropFirst("http://127.0.0.1:8080".count))
        return try #require(try await world.send(.post, path, as: .nobody).session)
    }

    private func asks(_ world: RoundSite, _ cookie: String, at time: String) async throws -> HTTPResponse.Status {
        world.move(to: time)
        return try await world.send(.get, "/me", as: .nobody, cookie: cookie).status
    }

    @Test func `ends after two hours without use, where staff's has ended after thirty minutes`() async throws {
        let world = try await RoundSite()
        let (cookie, lead) = (try await mentor(world), try #require(try await world.cookie(of: .lead)))
        #expect(try await asks(world, cookie, at: "2026-11-20T10:59:59Z") == .ok)
        #expect(try await asks(world, lead, at: "2026-11-20T10:59:59Z") == .unauthorized)
        #expect(try await asks(world, cookie, at: "2026-11-20T12:59:58Z") == .ok)
        #expect(try await asks(world, cookie, at: "2026-11-20T14:59:58Z") == .unauthorized)
    }

    @Test func `ends after seven days, however much it is used`() async throws {
        let world = try await RoundSite()
        let cookie = try await mentor(world)
        var moment = world.now
        while moment < .at("2026-11-27T07:00:00Z") {
            moment = moment.adding(.seconds(115 * 60))
            #expect(try await asks(world, cookie, at: moment.description) == .ok)
        }
        #expect(try await asks(world, cookie, at: "2026-11-27T08:59:59Z") == .ok)
        #expect(try await asks(world, cookie, at: "2026-11-27T09:00:00Z") == .unauthorized)
    }

    @Test func `who becomes staff is held to staff's limits from then on, and has to sign in anew`() async throws {
        let world = try await RoundSite()
        let cookie = try await mentor(world)
        #expect(try await asks(world, cookie, at: "2026-11-20T09:40:00Z") == .ok)
        let call = MakeInvitation(
            tenant: try Slug(world.tenant), email: try #require(EmailAddress("mentor@people.example")), name: "Mari",
            role: .coordinator, organisation: try Slug("umea"), language: .en)
        let link = try await call.answer(in: world.kohort).link
        #expect(try await asks(world, cookie, at: "2026-11-20T09:40:01Z") == .unauthorized)
        let path = String(link.dropFirst("http://127.0.0.1:8080".count))
        let anew = try #require(try await world.send(.post, path, as: .nobody).session)
        #expect(try await asks(world, anew, at: "2026-11-20T10:10:00Z") == .ok)
        #expect(try await asks(world, anew, at: "2026-11-20T10:40:00Z") == .unauthorized)
    }
}
