import HTTPTypes
import KohortApp
import KohortCore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `Rights that rise` {
    @Test func `take a new sign-in where somebody becomes staff, and not where staff get another role`() async throws {
        let site = try await RoundSite()
        func enter(_ role: Role) async throws -> String? {
            try await site.send(.post, try await invite(role, site), as: .nobody).signIn
        }
        func isIn(_ cookie: String?) async throws -> Bool {
            try await site.send(.get, "/me/sign-ins", as: .nobody, cookie: cookie).status == .ok
        }
        let before = try await enter(.trainee)
        #expect(try await isIn(before))
        site.move(to: "2026-11-20T09:01:00Z")
        let after = try await enter(.committee)
        #expect(try await !isIn(before))
        #expect(try await isIn(after))
        site.move(to: "2026-11-20T09:02:00Z")
        _ = try await invite(.lead, site)
        #expect(try await isIn(after))
    }

    private func invite(_ role: Role, _ site: RoundSite) async throws -> String {
        guard let email = EmailAddress("somebody@office.example") else { throw Rejection.notFound }
        let call = MakeInvitation(
            tenant: try Slug(site.tenant), email: email, name: "Somebody", role: role, organisation: nil, language: .en)
        return String(try await call.answer(in: site.kohort).link.dropFirst("http://127.0.0.1:8080".count))
    }
}
