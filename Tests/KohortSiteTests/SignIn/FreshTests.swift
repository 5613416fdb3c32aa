import HTTPTypes
import HummingbirdTesting
import KohortCore
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
}
