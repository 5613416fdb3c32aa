import HTTPTypes
import KohortApp
import KohortCore
import KohortOutbound
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `People and roles` {
    private static let address = "marte.as@people.example"
    private let umea = RoundSite.Visitor.coordinator("umea")

    private func fields(_ role: String, _ more: [(String, String)] = []) -> [(String, String)] {
        [("name", "Marte As"), ("email", Self.address), ("role", role)] + more
    }

    /// The id of the first such grant on a page, in the address of the form that ends it.
    private func ending(_ page: TestResponse) -> String? {
        page.text.firstMatch(of: /action="([^"]+\/ending)"/).map { String($0.output.1) }
    }

    @Test(arguments: ["supervisor", "mentor", "finance"])
    func `a coordinator invites the own people, who sign in by a mail once, within seven days`(role: String)
        async throws
    {
        let world = try await RoundSite()
        let invited = try await world.send(.post, "/employer/umea/people", as: umea, fields(role))
        #expect(invited.location == "/norra-norrland/employer/umea/people?done=person.invited")
        let page = try await world.send(.get, "/employer/umea/people", as: umea)
        #expect(page.text.contains("Marte As") && page.text.contains(Self.address))
        let link = try #require(try await world.links(mailedTo: Self.address).first)
        world.move(to: "2026-11-27T08:59:59Z")
        #expect(try await world.send(.post, link, as: .nobody).status == .seeOther)
        #expect(try await world.send(.post, link, as: .nobody).status == .gone)
    }

    @Test func `an invitation is too late after seven days, and can be sent anew, which voids the first`() async throws
    {
        let world = try await RoundSite()
        _ = try await world.send(.post, "/employer/umea/people", as: umea, fields("mentor"))
        let first = try #require(try await world.links(mailedTo: Self.address).first)
        world.move(to: "2026-11-27T09:00:00Z")
        #expect(try await world.send(.post, first, as: .nobody).status == .gone)
        for _ in 0..<2 {
            let page = try await world.send(.get, "/employer/umea/people", as: umea)
            let again = try #require(page.text.firstMatch(of: /action="([^"]+\/invitation)"/)).output.1
            #expect(try await world.send(.post, String(again), as: umea).status == .seeOther)
        }
        let links = try await world.links(mailedTo: Self.address)
        #expect(links.count == 2)
        #expect(try await world.send(.post, links[0], as: .nobody).status == .gone)
        #expect(try await world.send(.post, links[1], as: .nobody).status == .seeOther)
    }

    @Test(arguments: ["coordinator", "lead", "committee"])
    func `a coordinator gives nobody the roles of the programme office`(role: String) async throws {
        let world = try await RoundSite()
        let refused = try await world.send(.post, "/employer/umea/people", as: umea, fields(role))
        #expect(refused.status == .unprocessableContent)
        let given = try #require(Role(rawValue: role))
        let grant = try world.grant(.init(given, on: try await world.place("umea")))
        await #expect(throws: Rejection.forbidden) { try await world.perform(grant, as: umea) }
        _ = try await world.perform(grant, as: .lead)
        let own = try await world.send(.post, "/staff/people", as: .lead, fields(role, [("organisation", "umea")]))
        #expect(own.status == .seeOther)
    }

    @Test func `a coordinator neither sees nor changes another employer's people`() async throws {
        let world = try await RoundSite()
        let pitea = RoundSite.Visitor.coordinator("pitea")
        _ = try await world.send(.post, "/employer/pitea/people", as: pitea, fields("mentor"))
        let page = try await world.send(.get, "/employer/pitea/people", as: pitea)
        let ending = try #require(self.ending(page))
        #expect(try await world.send(.get, "/employer/pitea/people", as: umea).status == .notFound)
        #expect(try await world.send(.post, "/employer/pitea/people", as: umea, fields("mentor")).status == .notFound)
        #expect(try await world.send(.post, ending, as: umea).status == .notFound)
        let moved = ending.replacing("/pitea/", with: "/umea/")
        #expect(try await world.send(.post, moved, as: umea).status == .notFound)
        #expect(try await world.send(.post, ending, as: pitea).status == .seeOther)
    }

    @Test func `a role that is ended is gone at the next request`() async throws {
        let world = try await RoundSite()
        let cookie = try await world.cookie(of: umea)
        #expect(try await world.send(.get, "/employer/umea", as: .nobody, cookie: cookie).status == .ok)
        let page = try await world.send(.get, "/staff/people", as: .lead)
        let endings = page.text.matches(of: /action="([^"]+\/roles\/umea\/[^"]+\/ending)"/).map { String($0.output.1) }
        #expect(try await world.send(.post, try #require(endings.first), as: .lead).status == .seeOther)
        #expect(try await world.send(.get, "/employer/umea", as: .nobody, cookie: cookie).status == .notFound)
    }

    @Test func `the only lead stays, and goes when there is another`() async throws {
        let world = try await RoundSite()
        let page = try await world.send(.get, "/staff/people", as: .lead)
        let ending = try #require(self.ending(page))
        let refused = try await world.send(.post, ending, as: .lead)
        #expect(refused.status == .conflict)
        #expect(refused.text.contains("This is the only lead."))
        _ = try await world.send(.post, "/staff/people", as: .lead, fields("lead"))
        #expect(try await world.send(.post, ending, as: .lead).status == .seeOther)
    }

    @Test func `a role holds from its first day to its last`() async throws {
        let world = try await RoundSite()
        let days = [("organisation", "umea"), ("first_day", "2026-12-01"), ("last_day", "2026-12-31")]
        let backwards = [("organisation", "umea"), ("first_day", "2026-12-01"), ("last_day", "2026-11-30")]
        let refused = try await world.send(.post, "/staff/people", as: .lead, fields("coordinator", backwards))
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("value=\"2026-11-30\""))
        _ = try await world.send(.post, "/staff/people", as: .lead, fields("coordinator", days))
        for (moment, status) in [
            ("2026-11-30T22:59:59Z", HTTPResponse.Status.notFound), ("2026-11-30T23:00:00Z", .ok),
            ("2026-12-31T22:59:59Z", .ok), ("2026-12-31T23:00:00Z", .notFound),
        ] {
            world.move(to: moment)
            let cookie = try await world.signedIn(Self.address)
            let page = try await world.send(.get, "/employer/umea", as: .nobody, cookie: cookie)
            #expect(page.status == status, "\(moment)")
        }
    }

    @Test func `an administrator ends every sign-in of a person`() async throws {
        let world = try await RoundSite()
        let cookie = try await world.cookie(of: umea)
        let unopened = try await world.invite(umea)
        let page = try await world.send(.get, "/staff/people", as: .lead)
        // The first such form after the coordinator's role is the coordinator's.
        let out = page.text.firstMatch(of: /\/roles\/umea\/[^"]+\/ending"[\s\S]*?action="([^"]+\/sign-outs)"/)
        #expect(try await world.send(.post, String(try #require(out).output.1), as: .lead).status == .seeOther)
        #expect(try await world.send(.get, "/employer/umea", as: .nobody, cookie: cookie).status == .unauthorized)
        #expect(try await world.send(.post, unopened, as: .nobody).status == .gone)
        #expect(try await world.send(.post, try await world.invite(umea), as: .nobody).status == .seeOther)
    }
}

extension RoundSite {
    func place(_ slug: String) async throws -> GrantScope { .organisation(try await organisation(slug)) }

    func grant(_ role: InvitePerson.GrantedRole) throws -> InviteToRole {
        guard let email = EmailAddress("somebody@people.example"), let zone = Zone("Europe/Stockholm") else {
            throw Rejection.notFound
        }
        return InviteToRole(email: email, name: "Somebody", language: .en, role: role, zone: zone)
    }

    /// A cookie of somebody who is known, by a link of the operator's that gives no other role than they have.
    func signedIn(_ address: String) async throws -> String {
        guard let email = EmailAddress(address) else { throw Rejection.notFound }
        let secret = Secret()
        let scope = GrantScope.trainee(.new(at: now))
        let command = InvitePerson(
            email: email, name: "Somebody", language: .en, role: .init(.mentor, on: scope), linkHash: secret.hash)
        _ = try await use { try await $0.store.perform(command, by: .operator, at: now) }
        return try await send(.post, "/sign-in/\(secret.text)", as: .nobody).signIn ?? ""
    }
}
